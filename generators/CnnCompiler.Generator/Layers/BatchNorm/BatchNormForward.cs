using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.BatchNorm;

internal sealed partial record BatchNormLayer
{
    private const string Mean = "mean", InverseDeviation = "inverse deviation";

    public override bool TakesAddend => true;

    public override bool WritesOver => true;

    public override void Forward(OperationContext c)
    {
        Tensor deviation = c.Scratch(InverseDeviation, c.X.Channels);
        Binding mean = c.Training ? AddStatistics(c, deviation) : c.Buffer("Mean", "running_mean", writes: false);
        if (!c.Training)
        {
            c.Run(
                new RunningDeviationKernel(c.X.Channels, Epsilon),
                c.Buffer("RunningVariance", "running_var", writes: false), new("InverseDeviation", deviation, true));
        }

        IEnumerable<Binding> bindings = [c.Input(), mean, new("InverseDeviation", deviation, false), c.Output(), .. c.AddendRead];
        c.Run(
            new BatchNormKernel(c.X, c.X, c.Y, c.Addend, Affine, Backward: false, c.ForwardEpilogue),
            (Affine ? bindings.Concat([c.Parameter("W", "weight"), c.Parameter("Bias", "bias")]) : bindings).ToArray());
    }

    // Mean and deviation of the batch, kept for the backward pass.
    private Binding AddStatistics(OperationContext c, Tensor deviation)
    {
        Tensor mean = c.Scratch(Mean, c.X.Channels), moments = c.Scratch("moments", new BatchStrips(c.X, c.X).Floats);
        c.Run(new BatchMomentsKernel(c.X), c.Input(), new("Scratch", moments, true));
        c.Run(
            new BatchStatisticsKernel(c.X, Epsilon, Momentum),
            new("Scratch", moments, false), new("Mean", mean, true), new("InverseDeviation", deviation, true),
            c.Buffer("RunningMean", "running_mean", writes: true), c.Buffer("RunningVariance", "running_var", writes: true));
        c.Operation.Kept[Mean] = mean;
        c.Operation.Kept[InverseDeviation] = deviation;
        return new("Mean", mean, false);
    }
}
