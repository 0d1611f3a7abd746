using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CnnCompiler.Runtime;

namespace CnnCompiler.Checkpoints;

/// <summary>The tensors of a network as a safetensors stream.</summary>
internal static unsafe class CheckpointTensors
{
    private const string NetworkKey = "network";
    private const string IgnoredName = "num_batches_tracked";

    /// <summary>Writes parameters, then running statistics.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(Network network, Stream stream)
    {
        // "pt" is what other readers of the format look for: tensors in PyTorch's layout.
        var metadata = new Dictionary<string, string> { ["format"] = "pt", [NetworkKey] = network.Name };
        var writer = new SafetensorsWriter(
            stream, All(network).Select(parameter => new SafetensorsEntry(parameter.Name, TensorDtype.F32, parameter.Shape)), metadata);
        foreach (Parameter parameter in All(network))
        {
            PackedMap map = parameter.Map;
            float[] values = ArrayPool<float>.Shared.Rent(map.RowsFrom(0) * map.RowLength);
            for (int row = 0; row < map.Rows; row += PackedMap.RowsTogether)
            {
                Span<float> rows = values.AsSpan(0, map.RowsFrom(row) * map.RowLength);
                map.UnpackRows(row, parameter.Pointer, rows);
                writer.Write(rows);
            }

            ArrayPool<float>.Shared.Return(values);
        }

        writer.Complete();
    }

    /// <summary>Checks everything, reads all data into memory of its own, and only then changes the network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where from.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="CheckpointException">The data is malformed, truncated or of another network.</exception>
    public static void Read(Network network, Stream stream, string source)
    {
        using var reader = new SafetensorsReader(stream, source, leaveOpen: true);
        Dictionary<string, Parameter> parameters = All(network).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        RequireSameTensors(network, reader, parameters, source);

        using var stagedParameters = new NativeArena(network.Weights.Parameters.Length);
        using var stagedBuffers = new NativeArena(network.Weights.Buffers.Length);
        foreach (SafetensorsEntry entry in reader.Tensors)
        {
            if (IsIgnored(entry))
                continue;
            Parameter parameter = parameters[entry.Name];
            PackedMap map = parameter.Map;
            float[] values = ArrayPool<float>.Shared.Rent(map.RowsFrom(0) * map.RowLength);
            float* packed = (parameter.IsBuffer ? stagedBuffers : stagedParameters).Floats + parameter.Definition.Offset;
            for (int row = 0; row < map.Rows; row += PackedMap.RowsTogether)
            {
                Span<float> rows = values.AsSpan(0, map.RowsFrom(row) * map.RowLength);
                reader.Read(entry, (long)row * map.RowLength, rows);
                map.PackRows(row, rows, packed);
            }

            ArrayPool<float>.Shared.Return(values);
        }

        reader.RequireEnd();
        foreach (Parameter parameter in parameters.Values)
        {
            float* staged = (parameter.IsBuffer ? stagedBuffers : stagedParameters).Floats + parameter.Definition.Offset;
            long bytes = parameter.Definition.PackedLength * sizeof(float);
            Buffer.MemoryCopy(staged, parameter.Pointer, bytes, bytes);
        }

        network.Weights.MarkChanged();
    }

    private static void RequireSameTensors(Network network, SafetensorsReader reader, Dictionary<string, Parameter> parameters, string source)
    {
        string origin = reader.Metadata.TryGetValue(NetworkKey, out string? saved) && saved != network.Name
            ? $" It was saved from the network {saved}."
            : "";
        Parameter[] missing = [.. All(network).Where(parameter => reader.Find(parameter.Name) is null)];
        if (missing.Length > 0)
            throw new CheckpointException($"{source} is not a checkpoint of {network.Name}: it lacks tensor '{missing[0].Name}', expected F32 {missing[0].Shape}{More(missing.Length)}.{origin}");

        SafetensorsEntry[] extra = [.. reader.Tensors.Where(entry => !IsIgnored(entry) && !parameters.ContainsKey(entry.Name))];
        if (extra.Length > 0)
            throw new CheckpointException($"{source} is not a checkpoint of {network.Name}: it holds tensor {extra[0]}, which the network does not have{More(extra.Length)}.{origin}");

        foreach (SafetensorsEntry entry in reader.Tensors)
        {
            if (IsIgnored(entry))
                continue;
            Parameter parameter = parameters[entry.Name];
            if (entry.Dtype != TensorDtype.F32 || !FilterShapes.Fits(parameter, entry.Shape))
                throw new CheckpointException($"{source} does not fit {network.Name}: tensor '{entry.Name}' must be F32 {FilterShapes.Expected(parameter)}, found {entry.Dtype} {entry.Shape}.{origin}");
        }
    }

    private static IEnumerable<Parameter> All(Network network) => network.Parameters.Concat(network.Buffers);

    private static bool IsIgnored(SafetensorsEntry entry) =>
        entry.Name == IgnoredName || entry.Name.EndsWith("." + IgnoredName, StringComparison.Ordinal);

    private static string More(int count) => count > 1 ? $" (and {count - 1} more)" : "";
}
