using System;
using CnnCompiler.Runtime;

namespace CnnCompiler.Initialization;

/// <summary>
/// Gives parameters and running statistics their first values. Each tensor has a random stream of its own, drawn in PyTorch's order of
/// elements, so the values depend on the seed and on the tensor's position among its network's tensors, not on how kernels pack them.
/// </summary>
internal static unsafe class ParameterInitializer
{
    /// <summary>Fills the weights of a network.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="weights">Zero-filled memory.</param>
    public static void Initialize(NetworkDefinition definition, int seed, NetworkWeights weights)
    {
        ulong index = 0;
        ParameterDefinition? before = null;
        foreach (ParameterDefinition parameter in definition.Parameters)
        {
            Fill(
                parameter, before, new RandomStream(seed, index++), weights.Parameters,
                parameter.Trainable ? definition.TrainableFloats : definition.ParameterFloats);
            before = parameter;
        }

        foreach (ParameterDefinition buffer in definition.Buffers)
            Fill(buffer, null, new RandomStream(seed, index++), weights.Buffers, definition.BufferFloats);
    }

    private static void Fill(ParameterDefinition parameter, ParameterDefinition? before, RandomStream random, NativeArena arena, long limit)
    {
        if (parameter.Offset < 0 || parameter.Offset + parameter.PackedLength > limit)
        {
            throw new InvalidOperationException(
                $"'{parameter.Name}' lies at {parameter.Offset} .. {parameter.Offset + parameter.PackedLength} of {limit} floats. This is a fault of the generator.");
        }

        float* packed = arena.Floats + parameter.Offset;
        var map = new PackedMap(parameter);
        switch (parameter.Initializer.Kind)
        {
            case InitializerKind.Orthogonal:
                map.Pack(OrthogonalMatrix.Draw(parameter.Shape, parameter.Initializer.Scale, ref random), packed);
                break;
            case InitializerKind.Identity:
                map.Pack(Identity(parameter.Shape, parameter.Initializer), packed);
                break;
            case InitializerKind.RowNorms:
                map.Pack(RowNorms(parameter, before, arena), packed);
                break;
            default:
                var row = new float[map.RowLength];
                for (int i = 0; i < map.Rows; i++)
                {
                    Draw(row, parameter.Initializer, ref random);
                    map.PackRow(i, row, packed);
                }

                break;
        }
    }

    private static void Draw(Span<float> values, Initializer initializer, ref RandomStream random)
    {
        double scale = initializer.Scale;
        switch (initializer.Kind)
        {
            case InitializerKind.Constant:
                values.Fill((float)scale);
                break;
            case InitializerKind.Uniform:
                foreach (ref float value in values)
                    value = (float)((2.0 * random.NextUniform() - 1.0) * scale);
                break;
            case InitializerKind.Normal:
                foreach (ref float value in values)
                    value = (float)(random.NextNormal() * scale);
                break;
            default:
                throw new InvalidOperationException($"Initializer {(int)initializer.Kind} is not known. This is a fault of the generator.");
        }
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
