using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>An elementwise function whose derivative needs its input: computed by a kernel of its own, before the epilogue of its output or gradient.</summary>
/// <param name="Function">The function; its derivative is taken at the input.</param>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> forward.</param>
/// <param name="Target">What is written.</param>
/// <param name="Backward">Whether it is the gradient.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ElementwiseKernel(ElementwiseFunction Function, View X, View DY, View Target, bool Backward, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"{Function.Name}{(Backward ? ", gradient," : "")} over a {X.Sizes()} tensor.";

    public override string Tasks => string.Format(CultureInfo.InvariantCulture, "{0} * p.Count", X.Planes);

    protected override string Title => $"{Function.Name}_{(Backward ? "InputGradient" : "Forward")}_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => (Backward ? Function.DerivativeUses() : Function.Uses()).Concat(Epilogue.Uses());

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            using (writer.Block($"for (int row = 0; row < {X.Height}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {X.Row};");
                if (Backward)
                {
                    writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane} + row * {DY.Row};");
                }

                writer.Line($"float* target = a->{(Backward ? "DX" : "Y")} + (nint)sample * {Target.Sample} + (nint)block * {Target.Plane} + row * {Target.Row};");
                using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += {isa.Lanes})"))
                {
                    writer.Line("V input = Load(x + i);");
                    if (Backward)
                    {
                        writer.Line("V value = Load(dy + i);");
                        writer.Line($"value = {Function.Derive(isa, "value", "input")};");
                    }
                    else
                    {
                        writer.Line($"V value = {Function.Apply(isa, "input")};");
                    }

                    // The derivative of the input's activation is taken at the input itself.
                    Epilogue.Store(writer, isa, "value", "target + i", "x + i");
                }
            }
        }
    }
}
