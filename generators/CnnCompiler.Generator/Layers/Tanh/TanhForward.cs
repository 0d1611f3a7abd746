using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Tanh;

internal sealed partial record TanhLayer
{
    public override Activation? Activation => new(new TanhFunction(Amplitude, Slope));

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
