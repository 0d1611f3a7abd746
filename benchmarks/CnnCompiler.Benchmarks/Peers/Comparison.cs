using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Benchmarks.Commands;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>Ours and a peer in turn, in short rounds, so that what disturbs the machine disturbs both.</summary>
internal static class Comparison
{
    private const double WarmUp = 1;

    // By then the threads of the side before have gone to sleep.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(30);

    /// <summary>Times both sides.</summary>
    /// <param name="which">What to compare.</param>
    /// <param name="models">Models for ONNX Runtime.</param>
    /// <param name="seconds">How long each side measures in a round.</param>
    /// <param name="rounds">Rounds.</param>
    /// <exception cref="PeerException">The peer is not installed, or failed.</exception>
    public static PeerResult Run(PeerCase which, OnnxModels models, double seconds, int rounds)
    {
        using ChildContestant peer = Peer(which, models);
        using OwnContestant own = Own(which);
        double? difference = which.Pass == PassNames.Predict ? Difference(own.Outputs, peer.Outputs()) : null;
        double[] ownTimes = new double[rounds], peerTimes = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            bool ownFirst = round % 2 == 0;
            if (ownFirst)
            {
                ownTimes[round] = Slice(own, seconds);
            }

            peerTimes[round] = Slice(peer, seconds);
            if (!ownFirst)
            {
                ownTimes[round] = Slice(own, seconds);
            }
        }

        double[] ratios = [.. peerTimes.Zip(ownTimes, (theirs, ours) => theirs / ours)];
        PeerGoal goal = PeerGoal.Of(which.Network, which.Pass).At(which.Batch);
        return new PeerResult(
            which.Network, which.Pass, which.Batch, which.Threads, IsaOption.Name(own.Isa), peer.Description, Median(peerTimes), Median(ownTimes),
            Median(peerTimes) / Median(ownTimes), ratios.Min(), ratios.Max(), goal.Goal, goal.Floor, difference);
    }

    /// <summary>Compares outputs of predictions with the same weights and inputs.</summary>
    /// <param name="which">What to compare.</param>
    /// <param name="models">Models for ONNX Runtime.</param>
    /// <returns>The largest difference by the largest output of the peer.</returns>
    /// <exception cref="PeerException">The peer is not installed, or failed.</exception>
    public static double Check(PeerCase which, OnnxModels models)
    {
        using ChildContestant peer = Peer(which, models);
        using OwnContestant own = Own(which);
        return Difference(own.Outputs, peer.Outputs());
    }

    private static double Slice(IContestant side, double seconds)
    {
        Thread.Sleep(_pause);
        return side.Measure(seconds);
    }

    private static OwnContestant Own(PeerCase which)
    {
        Network net = NetworkCatalog.Create(which.Network, new NetworkOptions { Threads = which.Threads, MaxBatch = which.Batch });
        if (which.Pass == PassNames.Predict)
        {
            RandomWeights.Fill(net);
        }

        return new OwnContestant(net, which.Pass, which.Batch, WarmUp);
    }

    private static ChildContestant Peer(PeerCase which, OnnxModels models)
    {
        if (which.Pass == PassNames.Step)
        {
            return new ChildContestant(PeerFiles.Python("pytorch.py", which.Network, $"{which.Batch}", $"{which.Threads}"));
        }

        string library = PeerFiles.OnnxRuntime();
        (string file, TensorShape input, int outputs) = models.Get(which.Network);
        return OnnxRuntimeCommand.Start(library, file, input, outputs, which.Batch, which.Threads);
    }

    private static double Difference(ReadOnlySpan<float> own, float[] peer)
    {
        if (own.Length != peer.Length)
        {
            throw new PeerException($"Outputs differ in number: {own.Length} are ours, {peer.Length} the peer's.");
        }

        double largest = 0, difference = 0;
        for (int i = 0; i < peer.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(peer[i]));
            difference = Math.Max(difference, Math.Abs((double)own[i] - peer[i]));
        }

        return difference / largest;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
