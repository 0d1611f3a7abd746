using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>The steps of a normalisation of each sample over groups of channels and all positions: layer, instance and group normalisation.</summary>
internal static class SampleNormSteps
{
    private const string Statistics = "statistics";

    /// <summary>The layout of a gain per element: that of an activation without a border.</summary>
    public static PackedSpec PackElements(Shape input)
    {
        int positions = (int)input.Positions, planes = (input.Channels + 15) / 16;
        return PackedSpec.Of(
            [input.Channels, input.Height, input.Width], (long)planes * positions * 16, (16, positions * 16L, 1), (1, input.Width * 16L, 0), (1, 16, 0));
    }

    /// <summary>Adds the forward steps.</summary>
    /// <param name="c">The operation.</param>
    /// <param name="group">Channels of a group.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="gain">What gain and bias belong to.</param>
    public static void Forward(OperationContext c, int group, double epsilon, NormGain gain)
    {
        Tensor statistics = c.PerSample(Statistics, (long)c.X.Planes * GroupStatisticsKernel.Floats);
        c.Operation.Kept[Statistics] = statistics;
        List<Binding> bindings = [c.Input(), new("Mean", statistics, true)];
        if (c.X.Height * c.X.Width > 1)
        {
            Tensor moments = c.PerSample("moments", (long)c.X.Planes * ChannelMomentsKernel.Floats);
            c.Run(new ChannelMomentsKernel(c.X), c.Input(), new("Scratch", moments, true));
            bindings.Add(new("Scratch", moments, false));
        }

        c.Run(new GroupStatisticsKernel(c.X, group, epsilon), bindings.ToArray());
        bindings = [c.Input(), new("Mean", statistics, false), c.Output()];
        if (gain != NormGain.None)
        {
            bindings.AddRange([c.Parameter("W", "weight"), c.Parameter("Bias", "bias")]);
        }

        c.Run(new SampleNormKernel(c.X, c.X, c.Y, gain, Backward: false, c.ForwardEpilogue), bindings.ToArray());
    }

    /// <summary>Adds the backward steps.</summary>
    /// <param name="c">The operation.</param>
    /// <param name="group">Channels of a group.</param>
    /// <param name="gain">What gain and bias belong to.</param>
    public static void Backward(OperationContext c, int group, NormGain gain)
    {
        Binding statistics = new("Mean", c.Operation.Kept[Statistics], false);
        bool trains = gain != NormGain.None && c.Trains, trainsChannels = trains && gain == NormGain.Channel;
        if (trains && gain == NormGain.Element)
        {
            c.Run(new ElementGainGradientKernel(c.X, c.DY), c.Input(), c.OutputGradient(), statistics, c.Gradient("DW", "weight"), c.Gradient("DBias", "bias"));
        }

        if (!trainsChannels && !c.NeedsInputGradient)
        {
            return;
        }

        Tensor sums = c.PerSample("gradient sums", (long)c.X.Planes * ChannelMomentsKernel.Floats);
        Kernel channels = new ChannelGradientKernel(c.X, c.DY, gain);
        Binding[] bindings = With([c.Input(), c.OutputGradient(), statistics, new("Scratch", sums, true)], gain == NormGain.Element);
        if (trainsChannels)
        {
            c.Run(channels, bindings);
            c.Run(new ChannelGainGradientKernel(c.X), new("Scratch", sums, false), statistics, c.Gradient("DW", "weight"), c.Gradient("DBias", "bias"));
        }
        else
        {
            c.RunForInput(channels, bindings);
        }

        if (c.NeedsInputGradient)
        {
            c.RunForInput(new GroupGradientSumsKernel(c.X, group, gain), With([statistics, new("Scratch", sums, true)], gain == NormGain.Channel));
            c.StoreInputGradient(
                new SampleNormKernel(c.X, c.DY, c.DX, gain, Backward: true, c.GradientEpilogue),
                With([c.Input(), c.OutputGradient(), statistics, new("Scratch", sums, false)], gain != NormGain.None));
        }

        Binding[] With(IEnumerable<Binding> all, bool weight) => (weight ? all.Append(c.Parameter("W", "weight")) : all).ToArray();
    }
}
