using System;
using System.Buffers;
using System.Collections.Generic;
using CnnCompiler.Runtime;

namespace CnnCompiler.Initialization;

/// <summary>
/// Gives parameters and running statistics their first values. Each tensor has random values of its own, in PyTorch's order of
/// elements, so they depend on the seed and on the tensor's position among its network's tensors, not on how kernels pack them, nor on threads.
/// </summary>
internal sealed unsafe class ParameterInitializer
{
    // Elements that a thread draws and packs at a time: some hundred microseconds.
    private const int ShareElements = 1 << 18;

    private readonly int _seed;
    private readonly List<(ParameterDefinition Parameter, PackedMap Map, RandomTensor Random, NativeArena Arena, int FirstRow, int EndRow)> _shares = [];

    private ParameterInitializer(int seed) => _seed = seed;

    /// <summary>Fills the weights of a network.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="weights">Zero-filled memory.</param>
    /// <param name="threads">Threads to use at most, the caller's included.</param>
    public static void Initialize(NetworkDefinition definition, int seed, NetworkWeights weights, int threads)
    {
        var initializer = new ParameterInitializer(seed);
        ulong index = 0;
        foreach (ParameterDefinition parameter in definition.Parameters)
            initializer.Share(parameter, index++, weights.Parameters, parameter.Trainable ? definition.TrainableFloats : definition.ParameterFloats);
        foreach (ParameterDefinition buffer in definition.Buffers)
            initializer.Share(buffer, index++, weights.Buffers, definition.BufferFloats);
        initializer.DrawShares(threads);

        ParameterDefinition? before = null;
        index = 0;
        foreach (ParameterDefinition parameter in definition.Parameters)
        {
            initializer.FillWhole(parameter, before, index++, weights.Parameters, threads);
            before = parameter;
        }

        foreach (ParameterDefinition buffer in definition.Buffers)
            initializer.FillWhole(buffer, null, index++, weights.Buffers, threads);
    }

    // Values that do not depend on each other are drawn in shares, on all threads.
    private void Share(ParameterDefinition parameter, ulong index, NativeArena arena, long limit)
    {
        if (parameter.Offset < 0 || parameter.Offset + parameter.PackedLength > limit)
        {
            throw new InvalidOperationException(
                $"'{parameter.Name}' lies at {parameter.Offset} .. {parameter.Offset + parameter.PackedLength} of {limit} floats. This is a fault of the generator.");
        }

        if (IsWhole(parameter) || parameter.Initializer is { Kind: InitializerKind.Constant, Scale: 0 })
            return;
        var map = new PackedMap(parameter);
        int rows = Math.Max(1, ShareElements / Math.Max(map.RowLength, 1) / PackedMap.RowsTogether) * PackedMap.RowsTogether;
        for (int row = 0; row < map.Rows; row += rows)
            _shares.Add((parameter, map, new RandomTensor(_seed, index), arena, row, Math.Min(row + rows, map.Rows)));
    }

    private void DrawShares(int threads) => ThreadedLoop.Run(_shares.Count, threads, share =>
    {
        (ParameterDefinition parameter, PackedMap map, RandomTensor random, NativeArena arena, int firstRow, int endRow) = _shares[share];
        float[] values = ArrayPool<float>.Shared.Rent(map.RowsFrom(firstRow) * map.RowLength);
        for (int row = firstRow; row < endRow; row += PackedMap.RowsTogether)
        {
            Span<float> rows = values.AsSpan(0, map.RowsFrom(row) * map.RowLength);
            Draw(parameter.Initializer, random, (long)row * map.RowLength, rows);
            map.PackRows(row, rows, arena.Floats + parameter.Offset);
        }

        ArrayPool<float>.Shared.Return(values);
    });

    private static void Draw(Initializer initializer, RandomTensor random, long first, Span<float> values)
    {
        switch (initializer.Kind)
        {
            case InitializerKind.Constant:
                values.Fill((float)initializer.Scale);
                break;
            case InitializerKind.Uniform:
                random.DrawUniform(first, values, initializer.Scale);
                break;
            case InitializerKind.Normal:
                random.DrawNormal(first, values, initializer.Scale);
                break;
            default:
                throw new InvalidOperationException($"Initializer {(int)initializer.Kind} is not known. This is a fault of the generator.");
        }
    }

    private static bool IsWhole(ParameterDefinition parameter) =>
        parameter.Initializer.Kind is InitializerKind.Orthogonal or InitializerKind.Identity or InitializerKind.RowNorms;

    // Values that depend on the whole tensor, or on the one before.
    private void FillWhole(ParameterDefinition parameter, ParameterDefinition? before, ulong index, NativeArena arena, int threads)
    {
        if (!IsWhole(parameter))
            return;
        float[] values = parameter.Initializer.Kind switch
        {
            InitializerKind.Orthogonal => OrthogonalMatrix.Draw(parameter.Shape, parameter.Initializer.Scale, new RandomTensor(_seed, index), threads),
            InitializerKind.Identity => Identity(parameter.Shape, parameter.Initializer),
            _ => RowNorms(parameter, before, arena),
        };
        new PackedMap(parameter).Pack(values, arena.Floats + parameter.Offset);
    }

    /// <summary>What PyTorch's <c>weight_norm</c> starts its gain with: the weight is at first what its direction was drawn as.</summary>
    private static float[] RowNorms(ParameterDefinition parameter, ParameterDefinition? before, NativeArena arena)
    {
        var norms = new float[checked((int)new TensorShape(parameter.Shape).ElementCount)];
        if (before is null || before.Shape.Length == 0 || before.Shape[0] != norms.Length)
        {
            throw new InvalidOperationException(
                $"'{parameter.Name}' starts as {norms.Length} norms of rows, but {(before is null ? "nothing" : $"'{before.Name}' of {new TensorShape(before.Shape)}")} stands before it. This is a fault of the generator.");
        }

        var directions = new float[checked((int)new TensorShape(before.Shape).ElementCount)];
        new PackedMap(before).Unpack(arena.Floats + before.Offset, directions);
        int length = directions.Length / norms.Length;
        for (int row = 0; row < norms.Length; row++)
        {
            double squares = 0;
            foreach (float value in directions.AsSpan(row * length, length))
                squares += (double)value * value;
            norms[row] = (float)Math.Sqrt(squares);
        }

        return norms;
    }

    /// <summary>PyTorch's <c>dirac_</c> and <c>eye_</c>: in each group output o takes input o, at the centre of each kernel axis, as far as both exist.</summary>
    private static float[] Identity(int[] shape, Initializer initializer)
    {
        int total = checked((int)new TensorShape(shape).ElementCount);
        var values = new float[total];
        if (total == 0 || shape.Length == 0)
            return values;
        int groups = initializer.Groups;
        int outputs = shape[0] / groups;
        int inputs = shape.Length > 1 ? shape[1] : 1;
        int kernel = total / shape[0] / inputs;
        int centre = 0;
        for (int axis = 2; axis < shape.Length; axis++)
            centre = centre * shape[axis] + shape[axis] / 2;
        for (int group = 0; group < groups; group++)
        {
            for (int channel = 0; channel < Math.Min(outputs, inputs); channel++)
                values[((group * outputs + channel) * inputs + channel) * kernel + centre] = (float)initializer.Scale;
        }

        return values;
    }
}
