using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Layers.Channelwise;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.BatchNorm;

internal sealed partial record BatchNormLayer
{
    public override void Backward(OperationContext c)
    {
        bool trains = Affine && c.Trains;
        if (!trains && !c.NeedsInputGradient)
        {
            return;
        }

        Tensor sums = c.Scratch("gradient sums", new BatchStrips(c.X, c.DY).Floats);
        Binding mean = new("Mean", c.Operation.Kept[Mean], false), deviation = new("InverseDeviation", c.Operation.Kept[InverseDeviation], false);
        Add(new ChannelPartsKernel(c.X, c.DY, ChannelFactor.Deviation), c.Input(), c.OutputGradient(), mean, new("Scratch", sums, true));
        IEnumerable<Binding> bindings = [deviation, new("Scratch", sums, true)];
        Add(
            new BatchGradientSumsKernel(c.X, c.DY, trains),
            (trains ? bindings.Concat([c.Gradient("DW", "weight"), c.Gradient("DBias", "bias")]) : bindings).ToArray());
        if (c.NeedsInputGradient)
        {
            bindings = [c.Input(), c.OutputGradient(), mean, deviation, new("Scratch", sums, false)];
            c.StoreInputGradient(
                new BatchNormKernel(c.X, c.DY, c.DX, default, Affine, Backward: true, c.GradientEpilogue),
                (Affine ? bindings.Append(c.Parameter("W", "weight")) : bindings).ToArray());
        }

        void Add(Kernel kernel, params Binding[] arguments)
        {
            if (trains)
            {
                c.Run(kernel, arguments);
            }
            else
            {
                c.RunForInput(kernel, arguments);
            }
        }
    }
}
