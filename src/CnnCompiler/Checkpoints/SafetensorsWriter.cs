using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CnnCompiler.Checkpoints;

/// <summary>Writes the safetensors format: first the header, for all tensors at once, then their data in the same order, in pieces of any length.</summary>
public sealed class SafetensorsWriter
{
    private readonly Stream _stream;
    private readonly SafetensorsEntry[] _tensors;
    private int _current;
    private long _written;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">A writable stream; it stays open.</param>
    /// <param name="tensors">Names, types (<see cref="TensorDtype.F32"/> or <see cref="TensorDtype.I64"/>) and shapes, in the order in which data will be written.</param>
    /// <param name="metadata">Strings for <c>__metadata__</c>; null for none.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or a type cannot be written.</exception>
    public SafetensorsWriter(Stream stream, IEnumerable<SafetensorsEntry> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        _stream = stream;
        _tensors = [.. tensors];
        RequireWritable(_tensors);
        byte[] header = Header(_tensors, metadata);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        SkipEmpty();
    }

    /// <summary>Appends elements to the current tensor, which must be <see cref="TensorDtype.F32"/>.</summary>
    /// <param name="values">Elements in row-major order, at most those that the tensor lacks.</param>
    /// <exception cref="InvalidOperationException">They do not belong to the current tensor, or all is written.</exception>
    public void Write(ReadOnlySpan<float> values)
    {
        RequireRoom(TensorDtype.F32, values.Length);
        if (BitConverter.IsLittleEndian)
        {
            _stream.Write(MemoryMarshal.AsBytes(values));
        }
        else
        {
            var swapped = new uint[values.Length];
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(values), swapped);
            _stream.Write(MemoryMarshal.AsBytes<uint>(swapped));
        }

        Advance(values.Length);
    }

    /// <summary>Appends elements to the current tensor, which must be <see cref="TensorDtype.I64"/>.</summary>
    /// <param name="values">Elements in row-major order, at most those that the tensor lacks.</param>
    /// <exception cref="InvalidOperationException">They do not belong to the current tensor, or all is written.</exception>
    public void Write(ReadOnlySpan<long> values)
    {
        RequireRoom(TensorDtype.I64, values.Length);
        if (BitConverter.IsLittleEndian)
        {
            _stream.Write(MemoryMarshal.AsBytes(values));
        }
        else
        {
            var swapped = new long[values.Length];
            BinaryPrimitives.ReverseEndianness(values, swapped);
            _stream.Write(MemoryMarshal.AsBytes<long>(swapped));
        }

        Advance(values.Length);
    }

    /// <summary>Makes sure that all data was written, and flushes the stream.</summary>
    /// <exception cref="InvalidOperationException">Elements are missing.</exception>
    public void Complete()
    {
        if (_current < _tensors.Length)
            throw new InvalidOperationException($"Tensor {_tensors[_current]} needs {_tensors[_current].Shape.ElementCount} elements, {_written} were written.");
        _stream.Flush();
    }

    private static void RequireWritable(SafetensorsEntry[] tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "__metadata__" };
        foreach (SafetensorsEntry entry in tensors)
        {
            if (!names.Add(entry.Name))
                throw new ArgumentException($"The tensor name '{entry.Name}' is taken.", nameof(tensors));
            if (entry.Dtype is not (TensorDtype.F32 or TensorDtype.I64))
                throw new ArgumentException($"Tensor {entry}: only F32 and I64 can be written.", nameof(tensors));
        }
    }

    private static byte[] Header(SafetensorsEntry[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject("__metadata__");
                foreach ((string key, string value) in metadata)
                    json.WriteString(key, value);
                json.WriteEndObject();
            }

            long position = 0;
            foreach (SafetensorsEntry entry in tensors)
            {
                json.WriteStartObject(entry.Name);
                json.WriteString("dtype", entry.Dtype == TensorDtype.F32 ? "F32" : "I64");
                json.WriteStartArray("shape");
                foreach (int dimension in entry.Shape.AsSpan())
                    json.WriteNumberValue(dimension);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(position);
                position = checked(position + entry.DataBytes);
                json.WriteNumberValue(position);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Data begins at a multiple of 8, so that the file can be mapped.
        while (buffer.Length % 8 != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private void RequireRoom(TensorDtype dtype, int count)
    {
        if (_current == _tensors.Length)
            throw new InvalidOperationException($"All {_tensors.Length} tensors are written already.");
        SafetensorsEntry entry = _tensors[_current];
        if (entry.Dtype != dtype || count > entry.Shape.ElementCount - _written)
            throw new InvalidOperationException($"Tensor {entry} lacks {entry.Shape.ElementCount - _written} elements; {count} of {dtype} were given.");
    }

    private void Advance(int count)
    {
        _written += count;
        if (_written < _tensors[_current].Shape.ElementCount)
            return;
        _current++;
        _written = 0;
        SkipEmpty();
    }

    private void SkipEmpty()
    {
        while (_current < _tensors.Length && _tensors[_current].Shape.ElementCount == 0)
            _current++;
    }
}
