using System;
using System.Numerics;
using CnnCompiler.Runtime;

namespace CnnCompiler;

/// <content>
/// A long batch in parts, where samples are independent in training: each part goes forward and backward through all layers on one thread, so that its activations stay in
/// that thread's cache, and threads wait for each other only at the end. Parts are dealt out to lanes; in a lane, gradients are added in the order of the parts, then lanes in their
/// order. How many there are follows from the length of the batch alone, so that bits do not depend on the number of threads.
/// </content>
public abstract unsafe partial class Network : IThreadTasks
{
    private const int SumFloatsPerTask = 4096;

    private Pass _wholeBatch;
    private int _parts;
    private int _lanes;

    void IThreadTasks.Run(int thread, int begin, int end)
    {
        for (int lane = begin; lane < end; lane++)
            RunLane(lane, thread);
    }

    private void GradientInParts(in Pass batch, int parts)
    {
        _parts = parts;
        _lanes = Math.Min(parts, BatchParts.MostLanes);
        _wholeBatch = batch;
        bool spreads = _spreads;
        _partMemory ??= new PartMemory(_definition);
        _spreads = false;

        // A trace wants calls in order.
        int threads = spreads && Trace is null ? Math.Min(Threads, _lanes) : 1;
        try
        {
            _partMemory.Ensure(threads, (batch.Count + parts - 1) / parts, _lanes, _parts > _lanes);
            if (threads > 1)
                KernelPool.Shared.Run(this, _lanes, threads);
            else
                ((IThreadTasks)this).Run(0, 0, _lanes);
        }
        finally
        {
            _spreads = spreads;
            _wholeBatch = default;
        }

        var sum = new KernelArguments { Y = batch.Gradients, X = _partMemory.OfLane(1), Count = TrainableLength };
        sum.Sizes[0] = _lanes - 1;
        sum.Sizes[1] = checked((int)_partMemory.Stride);
        Dispatch(&AddLanes, (TrainableLength + SumFloatsPerTask - 1) / SumFloatsPerTask, &sum);
    }

    private void RunLane(int lane, int thread)
    {
        Pass pass = (thread == 0 ? ref _gradientMemory : ref _partMemory!.OfThread(thread)).CreatePass(_weights, _gradientPrepared);
        pass.BatchCount = _wholeBatch.Count;
        pass.Key = _wholeBatch.Key;
        float* gradients = lane == 0 ? _wholeBatch.Gradients : _partMemory!.OfLane(lane);
        int firstPart = _parts * lane / _lanes;
        for (int part = firstPart; part < _parts * (lane + 1) / _lanes; part++)
        {
            int first = FirstSample(part);
            pass.FirstSample = first;
            pass.Count = FirstSample(part + 1) - first;
            pass.Input = _wholeBatch.Input + ((long)first * InputSize);
            pass.Labels = _wholeBatch.Labels == null ? null : _wholeBatch.Labels + ((long)first * _labelsPerSample);
            pass.Targets = _wholeBatch.Targets == null ? null : _wholeBatch.Targets + ((long)first * OutputSize);
            pass.InputGradient = _wholeBatch.InputGradient == null ? null : _wholeBatch.InputGradient + ((long)first * InputSize);
            pass.Losses = _wholeBatch.Losses + first;
            pass.Gradients = part == firstPart ? gradients : _partMemory!.OfPart(thread);
            GradientPass(in pass);
            if (part != firstPart)
                Add(gradients, pass.Gradients, TrainableLength);
        }
    }

    private int FirstSample(int part) => (int)((long)_wholeBatch.Count * part / _parts);

    private static void AddLanes(KernelArguments* a, int begin, int end)
    {
        for (int task = begin; task < end; task++)
        {
            int first = task * SumFloatsPerTask;
            for (int lane = 0; lane < a->Sizes[0]; lane++)
                Add(a->Y + first, a->X + ((long)lane * a->Sizes[1]) + first, Math.Min(SumFloatsPerTask, a->Count - first));
        }
    }

    private static void Add(float* sum, float* addend, int floats)
    {
        int i = 0;
        for (; i <= floats - Vector<float>.Count; i += Vector<float>.Count)
            (Vector.Load(sum + i) + Vector.Load(addend + i)).Store(sum + i);
        for (; i < floats; i++)
            sum[i] += addend[i];
    }
}
