using System;
using CnnCompiler.Initialization;
using CnnCompiler.Runtime;

namespace CnnCompiler;

public abstract unsafe partial class Network
{
    /// <summary>
    /// Computes the mean loss against class labels and its gradients, in training mode: dropout is on, batch norms use and record batch statistics.
    /// Gradients of the parameters are overwritten (<see cref="GradientMemory"/>, <see cref="Parameter.CopyGradientTo"/>).
    /// </summary>
    /// <param name="input">N x <see cref="InputSize"/> floats.</param>
    /// <param name="labels">N classes; N x positions where the output is <c>classes x positions</c>. Each in 0 .. classes - 1.</param>
    /// <param name="inputGradient">Empty (the default), or N x <see cref="InputSize"/> floats that receive the gradient of the loss by the input.</param>
    /// <returns>The loss, mean over samples and positions.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes values, or another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public float Gradient(ReadOnlySpan<float> input, ReadOnlySpan<int> labels, Span<float> inputGradient = default)
    {
        RequireTargets(TargetKind.Labels);
        int count = CountSamples(input.Length, "Gradient");
        RequireLength("Gradient", nameof(labels), labels.Length, (long)count * _labelsPerSample, count);
        int classes = OutputShape[0];
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(nameof(labels), labels[i],
                    $"{_definition.Name}.Gradient: labels[{i}] is {labels[i]}, but a label must be from 0 to {classes - 1}.");
            }
        }

        fixed (int* labelPointer = labels)
            return Gradient(input, count, labelPointer, null, inputGradient);
    }

    /// <summary>
    /// Computes the mean loss against target values and its gradients, in training mode: dropout is on, batch norms use and record batch statistics.
    /// Gradients of the parameters are overwritten (<see cref="GradientMemory"/>, <see cref="Parameter.CopyGradientTo"/>).
    /// </summary>
    /// <param name="input">N x <see cref="InputSize"/> floats.</param>
    /// <param name="targets">N x <see cref="OutputSize"/> floats.</param>
    /// <param name="inputGradient">Empty (the default), or N x <see cref="InputSize"/> floats that receive the gradient of the loss by the input.</param>
    /// <returns>The loss, mean over all elements of the targets.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes labels, or another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public float Gradient(ReadOnlySpan<float> input, ReadOnlySpan<float> targets, Span<float> inputGradient = default)
    {
        RequireTargets(TargetKind.Values);
        int count = CountSamples(input.Length, "Gradient");
        RequireLength("Gradient", nameof(targets), targets.Length, (long)count * OutputSize, count);
        RequireNoOverlap("Gradient", targets, inputGradient, nameof(inputGradient));
        fixed (float* targetPointer = targets)
            return Gradient(input, count, null, targetPointer, inputGradient);
    }

    private float Gradient(ReadOnlySpan<float> input, int count, int* labels, float* targets, Span<float> inputGradient)
    {
        if (!inputGradient.IsEmpty)
        {
            RequireLength("Gradient", nameof(inputGradient), inputGradient.Length, input.Length, count);
            RequireNoOverlap("Gradient", input, inputGradient, nameof(inputGradient));
        }

        Enter();
        try
        {
            EnsureGradientMemory(count);
            fixed (float* inputs = input, inputGradients = inputGradient)
            {
                Pass pass = _gradientMemory.CreatePass(_weights, _gradientPrepared);
                pass.Count = pass.BatchCount = count;
                pass.Key = (uint)(RandomStream.Mix(_keySeed, ++_gradientCalls) >> 32);
                pass.Input = inputs;
                pass.Labels = labels;
                pass.Targets = targets;
                pass.InputGradient = inputGradients;
                pass.Losses = Losses;
                pass.Gradients = _gradients!.Floats;
                if (_gradientPrepared is not null)
                    PrepareGradientPass(in pass);
                int parts = BatchParts.Count(count, _definition.GradientChunk);
                if (parts == 1)
                    GradientPass(in pass);
                else
                    GradientInParts(in pass, parts);
                if (_definition.BufferFloats > 0)
                    _weights.MarkChanged();

                double loss = 0;
                for (int sample = 0; sample < count; sample++)
                    loss += pass.Losses[sample];
                return (float)loss;
            }
        }
        finally
        {
            Leave();
        }
    }

    private void RequireTargets(TargetKind given)
    {
        if (_definition.Targets == given)
            return;
        ThrowIfDisposed();
        throw new InvalidOperationException(given == TargetKind.Labels
            ? $"{_definition.Name}.Gradient: the loss of this network compares with values (MeanSquaredErrorLoss, BinaryCrossEntropyLoss), {OutputSize} floats per sample, but labels were given."
            : $"{_definition.Name}.Gradient: the loss of this network takes class labels (CrossEntropyLoss, NegativeLogLikelihoodLoss), {_labelsPerSample} int per sample, but float targets were given.");
    }

    private int CountSamples(int length, string method)
    {
        if (length > 0 && length % InputSize == 0)
            return length / InputSize;
        throw new ArgumentException(
            $"{_definition.Name}.{method}: input must hold a whole number of {InputShape} samples, at least one, thus a multiple of {InputSize} floats; found {length}.", "input");
    }

    private void RequireLength(string method, string name, int found, long expected, int count)
    {
        if (found != expected)
        {
            throw new ArgumentException(
                $"{_definition.Name}.{method}: {name} must have {expected} elements for {count} {(count == 1 ? "sample" : "samples")} ({expected / count} each); found {found}.", name);
        }
    }

    private void RequireNoOverlap(string method, ReadOnlySpan<float> read, Span<float> written, string name)
    {
        if (read.Overlaps(written))
            throw new ArgumentException($"{_definition.Name}.{method}: {name} overlaps memory that is read. Give it memory of its own.", name);
    }
}
