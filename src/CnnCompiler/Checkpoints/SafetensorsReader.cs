using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

namespace CnnCompiler.Checkpoints;

/// <summary>
/// Reads the safetensors format: 8 bytes little-endian header length, a JSON header, then raw little-endian data without gaps. The header is
/// read and checked by the constructor, data on demand.
/// </summary>
public sealed class SafetensorsReader : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly string _source;
    private readonly long _dataStart;
    private readonly Dictionary<string, SafetensorsEntry> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private long _position;

    /// <summary>Reads the header.</summary>
    /// <param name="stream">A readable stream, at the first byte of the file; the file has to end where the stream ends. If it cannot seek, data must be read in the order of <see cref="Tensors"/>.</param>
    /// <param name="source">What errors call the stream.</param>
    /// <param name="leaveOpen">Whether <see cref="Dispose"/> leaves the stream open. Default false.</param>
    /// <exception cref="CheckpointException">The header is malformed, or the file is truncated or has trailing data.</exception>
    public SafetensorsReader(Stream stream, string source, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        _stream = stream;
        _source = source;
        _leaveOpen = leaveOpen;
        long start = stream.CanSeek ? stream.Position : 0;
        long available = stream.CanSeek ? stream.Length - start : long.MaxValue;

        Span<byte> prefix = stackalloc byte[8];
        ReadExactly(prefix, "its header length");
        ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerBytes > SafetensorsHeader.MaxBytes)
            throw new CheckpointException($"{source}: not a safetensors file: a header of {headerBytes} bytes; the longest is {SafetensorsHeader.MaxBytes}.");
        if ((long)headerBytes > available - 8)
            throw new CheckpointException($"{source} is truncated: a header of {headerBytes} bytes, but {available - 8} bytes follow.");
        var header = new byte[headerBytes];
        ReadExactly(header, "its header");
        _dataStart = start + 8 + header.Length;
        Tensors = SafetensorsHeader.Parse(header, source, _metadata);
        foreach (SafetensorsEntry entry in Tensors)
            _byName.Add(entry.Name, entry);

        SafetensorsEntry? last = Tensors.Count > 0 ? Tensors[^1] : null;
        DataBytes = last is null ? 0 : last.DataOffset + last.DataBytes;
        if (stream.CanSeek && available - 8 - header.Length != DataBytes)
            throw WrongLength(available - 8 - header.Length);
    }

    /// <summary>The tensors in the order of their data.</summary>
    public IReadOnlyList<SafetensorsEntry> Tensors { get; }

    /// <summary>The strings of <c>__metadata__</c>; empty if there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Bytes of all tensors.</summary>
    public long DataBytes { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">The file is malformed, truncated or too long.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafetensorsReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return new SafetensorsReader(stream, path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Finds a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The tensor, or null.</returns>
    public SafetensorsEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a whole tensor of <see cref="TensorDtype.F32"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CheckpointException">There is none of this name and type, or the data ends early.</exception>
    public float[] ReadFloats(string name)
    {
        SafetensorsEntry entry = Require(name);
        var values = new float[entry.Shape.ElementCount];
        Read(entry, 0, values);
        return values;
    }

    /// <summary>Reads a whole tensor of <see cref="TensorDtype.I64"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CheckpointException">There is none of this name and type, or the data ends early.</exception>
    public long[] ReadInt64s(string name)
    {
        SafetensorsEntry entry = Require(name);
        var values = new long[entry.Shape.ElementCount];
        Read(entry, 0, values);
        return values;
    }

    /// <summary>Reads consecutive elements of a tensor of <see cref="TensorDtype.F32"/>, in row-major order.</summary>
    /// <param name="entry">One of <see cref="Tensors"/>.</param>
    /// <param name="first">First element.</param>
    /// <param name="destination">Receives them.</param>
    /// <exception cref="ArgumentException">The range does not lie inside the tensor.</exception>
    /// <exception cref="CheckpointException">The tensor is of another type, or the data ends early.</exception>
    public void Read(SafetensorsEntry entry, long first, Span<float> destination)
    {
        ReadElements(entry, TensorDtype.F32, first, destination.Length, MemoryMarshal.AsBytes(destination));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(destination), MemoryMarshal.Cast<float, uint>(destination));
    }

    /// <summary>Reads consecutive elements of a tensor of <see cref="TensorDtype.I64"/>, in row-major order.</summary>
    /// <param name="entry">One of <see cref="Tensors"/>.</param>
    /// <param name="first">First element.</param>
    /// <param name="destination">Receives them.</param>
    /// <exception cref="ArgumentException">The range does not lie inside the tensor.</exception>
    /// <exception cref="CheckpointException">The tensor is of another type, or the data ends early.</exception>
    public void Read(SafetensorsEntry entry, long first, Span<long> destination)
    {
        ReadElements(entry, TensorDtype.I64, first, destination.Length, MemoryMarshal.AsBytes(destination));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(destination, destination);
    }

    /// <summary>Makes sure that nothing follows the data; for streams that cannot seek, where the constructor could not know.</summary>
    /// <exception cref="CheckpointException">Bytes follow, or are missing.</exception>
    public void RequireEnd()
    {
        Seek(DataBytes, "the end");
        if (!_stream.CanSeek && _stream.ReadByte() >= 0)
            throw new CheckpointException($"{_source}: data follows the last tensor, which ends after {DataBytes} bytes.");
    }

    /// <summary>Closes the stream, unless it was to be left open.</summary>
    public void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }

    private SafetensorsEntry Require(string name) =>
        Find(name) ?? throw new CheckpointException($"{_source}: there is no tensor '{name}'.");

    private void ReadElements(SafetensorsEntry entry, TensorDtype dtype, long first, int count, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Dtype != dtype)
            throw new CheckpointException($"{_source}: tensor '{entry.Name}' must be {dtype} {entry.Shape}, found {entry.Dtype} {entry.Shape}.");
        if (first < 0 || count > entry.Shape.ElementCount - first)
            throw new ArgumentException($"{_source}: tensor {entry} has {entry.Shape.ElementCount} elements; {count} from {first} are asked for.", nameof(destination));
        string what = $"tensor '{entry.Name}'";
        Seek(entry.DataOffset + first * entry.ElementBytes, what);
        ReadExactly(destination, what);
        _position += destination.Length;
    }

    private void Seek(long position, string what)
    {
        if (position == _position)
            return;
        if (_stream.CanSeek)
        {
            _stream.Position = _dataStart + position;
        }
        else
        {
            if (position < _position)
                throw new NotSupportedException($"{_source} cannot seek: read tensors in the order of their data; {what} lies before what was read.");
            var skipped = new byte[(int)Math.Min(position - _position, 65536)];
            for (long rest = position - _position; rest > 0; rest -= skipped.Length)
                ReadExactly(skipped.AsSpan(0, (int)Math.Min(rest, skipped.Length)), what);
        }

        _position = position;
    }

    private void ReadExactly(Span<byte> destination, string what)
    {
        int found = _stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        if (found < destination.Length)
            throw new CheckpointException($"{_source} is truncated: it ends inside {what}, {destination.Length - found} bytes short.");
    }

    private CheckpointException WrongLength(long found)
    {
        if (found > DataBytes)
            return new CheckpointException($"{_source}: data follows the last tensor: expected {DataBytes} bytes after the header, found {found}.");
        foreach (SafetensorsEntry entry in Tensors)
        {
            if (entry.DataOffset + entry.DataBytes > found)
                return new CheckpointException($"{_source} is truncated inside tensor {entry}: expected {DataBytes} bytes after the header, found {found}.");
        }

        throw new UnreachableException();
    }
}
