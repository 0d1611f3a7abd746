using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace CnnCompiler.Checkpoints;

/// <summary>Reads the JSON header of a safetensors file and refuses everything that the format does not allow.</summary>
internal static class SafetensorsHeader
{
    /// <summary>The longest header that the format allows, in bytes.</summary>
    public const int MaxBytes = 100_000_000;

    private const string MetadataKey = "__metadata__";

    /// <summary>Parses a header.</summary>
    /// <param name="json">Its bytes, trailing spaces included.</param>
    /// <param name="source">The file's name, for errors.</param>
    /// <param name="metadata">Receives the metadata.</param>
    /// <returns>The tensors in the order of their data, which leaves no gap and no overlap.</returns>
    /// <exception cref="CheckpointException">The header is malformed.</exception>
    public static SafetensorsEntry[] Parse(ReadOnlySpan<byte> json, string source, Dictionary<string, string> metadata)
    {
        var tensors = new List<(SafetensorsEntry Entry, long End)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(json);
            Expect(ref reader, JsonTokenType.StartObject, source, "the header");
            while (NextProperty(ref reader) is { } name)
            {
                if (!names.Add(name))
                    throw new CheckpointException($"{source}: the header names '{name}' twice.");
                if (name == MetadataKey)
                    ReadMetadata(ref reader, source, metadata);
                else
                    tensors.Add(ReadTensor(ref reader, source, name));
            }

            // Only white space may follow; anything else makes the reader throw.
            reader.Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new CheckpointException($"{source}: the header is not valid JSON: {failure.Message}", failure);
        }

        return InDataOrder(tensors, source);
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, string source, Dictionary<string, string> metadata)
    {
        Expect(ref reader, JsonTokenType.StartObject, source, MetadataKey);
        while (NextProperty(ref reader) is { } key)
        {
            Expect(ref reader, JsonTokenType.String, source, $"{MetadataKey} '{key}'");
            if (!metadata.TryAdd(key, reader.GetString()!))
                throw new CheckpointException($"{source}: {MetadataKey} names '{key}' twice.");
        }
    }

    private static (SafetensorsEntry Entry, long End) ReadTensor(ref Utf8JsonReader reader, string source, string name)
    {
        string? dtypeName = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, source, $"tensor '{name}'");
        while (NextProperty(ref reader) is { } key)
        {
            bool twice = key switch
            {
                "dtype" => dtypeName is not null,
                "shape" => shape is not null,
                "data_offsets" => offsets is not null,
                _ => throw new CheckpointException($"{source}: tensor '{name}' has an unknown field '{key}'; expected dtype, shape, data_offsets."),
            };
            if (twice)
                throw new CheckpointException($"{source}: tensor '{name}' has its {key} twice.");
            if (key == "dtype")
            {
                Expect(ref reader, JsonTokenType.String, source, $"dtype of tensor '{name}'");
                dtypeName = reader.GetString();
            }
            else
            {
                List<long> numbers = ReadNumbers(ref reader, source, $"{key} of tensor '{name}'");
                if (key == "shape")
                    shape = numbers;
                else
                    offsets = numbers;
            }
        }

        if (dtypeName is null || shape is null || offsets is not { Count: 2 })
            throw new CheckpointException($"{source}: tensor '{name}' needs dtype, shape and two data_offsets.");

        // Numbers and lists would parse as enum values too.
        if (!Enum.TryParse(dtypeName, ignoreCase: false, out TensorDtype dtype) || dtype.ToString() != dtypeName)
            throw new CheckpointException($"{source}: tensor '{name}' has the unknown dtype '{dtypeName}'.");
        return Checked(new SafetensorsEntry(name, dtype, ToShape(shape, source, name), offsets[0]), offsets[1], source);
    }

    private static (SafetensorsEntry Entry, long End) Checked(SafetensorsEntry entry, long end, string source)
    {
        long bytes;
        try
        {
            bytes = entry.DataBytes;
        }
        catch (OverflowException)
        {
            bytes = -1;
        }

        if (bytes < 0 || end < entry.DataOffset || end - entry.DataOffset != bytes)
        {
            throw new CheckpointException(
                $"{source}: tensor {entry} takes {(bytes < 0 ? "more than 2^63" : bytes.ToString(CultureInfo.InvariantCulture))} bytes, but its data_offsets are {entry.DataOffset} to {end}.");
        }

        return (entry, end);
    }

    private static TensorShape ToShape(List<long> dimensions, string source, string name)
    {
        var sizes = new int[dimensions.Count];
        for (int i = 0; i < sizes.Length; i++)
        {
            if (dimensions[i] > int.MaxValue)
                throw new CheckpointException($"{source}: tensor '{name}' has a dimension of {dimensions[i]}; the largest is {int.MaxValue}.");
            sizes[i] = (int)dimensions[i];
        }

        try
        {
            return new TensorShape(sizes);
        }
        catch (OverflowException failure)
        {
            throw new CheckpointException($"{source}: the shape {string.Join('x', dimensions)} of tensor '{name}' has more than 2^63 elements.", failure);
        }
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string source, string what)
    {
        var numbers = new List<long>();
        Expect(ref reader, JsonTokenType.StartArray, source, what);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw new CheckpointException($"{source}: {what} must hold integers from 0 to 2^63 - 1.");
            numbers.Add(number);
        }

        return numbers;
    }

    private static SafetensorsEntry[] InDataOrder(List<(SafetensorsEntry Entry, long End)> tensors, string source)
    {
        tensors.Sort((left, right) =>
            left.Entry.DataOffset != right.Entry.DataOffset ? left.Entry.DataOffset.CompareTo(right.Entry.DataOffset) : left.End.CompareTo(right.End));
        long position = 0;
        var entries = new SafetensorsEntry[tensors.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            (SafetensorsEntry entry, long end) = tensors[i];
            if (entry.DataOffset != position)
            {
                throw new CheckpointException(
                    $"{source}: the data of tensor '{entry.Name}' begins at {entry.DataOffset}, but that of the tensors before ends at {position}: {(entry.DataOffset < position ? "they overlap" : "there is a gap")}.");
            }

            entries[i] = entry;
            position = end;
        }

        return entries;
    }

    private static string? NextProperty(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string source, string what)
    {
        if (!reader.Read() || reader.TokenType != type)
            throw new CheckpointException($"{source}: {what} must be a JSON {Describe(type)}, found {reader.TokenType}.");
    }

    private static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        _ => "string",
    };
}
