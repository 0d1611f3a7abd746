using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace CnnCompiler;

/// <summary>
/// Reads IDX files of unsigned bytes, the format of MNIST: big-endian magic 0x0000 08 (bytes) and the number of dimensions, the dimensions
/// as 32-bit numbers, then the elements. Files compressed with gzip are recognised by their first two bytes, whatever their name.
/// </summary>
public static class IdxReader
{
    // Deflate cannot compress better, so a header that claims more is wrong before memory is taken for it.
    private const long LargestGzipRatio = 1032;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, gzip-compressed or not.</param>
    /// <param name="dimensions">Expected number of dimensions, 1 to 255: 1 for labels, 3 for images.</param>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="DirectoryNotFoundException">Its directory does not exist.</exception>
    /// <exception cref="InvalidDataException">The magic number is another one, the file is truncated or damaged, or data follows the last element.</exception>
    public static IdxArray Read(string path, int dimensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, 255);
        using FileStream file = File.OpenRead(path);
        if (!IsGzip(file, out uint uncompressedLength))
        {
            return Read(file, path, dimensions, file.Length);
        }

        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        IdxArray array = Read(gzip, path, dimensions, file.Length * LargestGzipRatio);

        // A file cut inside its last 8 bytes still gives all elements.
        uint length = (uint)(HeaderLength(dimensions) + array.Values.LongLength);
        return uncompressedLength == length
            ? array
            : throw new InvalidDataException(
                $"{path}: the gzip data is truncated or damaged: its last four bytes say {uncompressedLength} bytes, but {length} were decompressed.");
    }

    private static bool IsGzip(FileStream file, out uint uncompressedLength)
    {
        Span<byte> bytes = stackalloc byte[4];
        bool gzip = file.ReadAtLeast(bytes[..2], 2, throwOnEndOfStream: false) == 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
        uncompressedLength = 0;
        if (gzip && file.Length >= 18)
        {
            file.Position = file.Length - 4;
            file.ReadExactly(bytes);
            uncompressedLength = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        }

        file.Position = 0;
        return gzip;
    }

    private static IdxArray Read(Stream stream, string path, int dimensions, long mostBytes)
    {
        Span<byte> header = stackalloc byte[HeaderLength(dimensions)];
        int found = Fill(stream, header, path);
        if (found < 4)
        {
            throw new InvalidDataException($"{path}: truncated: expected a header of {header.Length} bytes, found {found}.");
        }

        uint magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        uint expected = 0x0800u + (uint)dimensions;
        if (magic != expected)
        {
            throw new InvalidDataException(
                $"{path}: wrong magic number: expected {expected} (0x{expected:x8}, IDX of bytes with {dimensions} dimensions), found {magic} (0x{magic:x8}).");
        }

        if (found < header.Length)
        {
            throw new InvalidDataException($"{path}: truncated: expected a header of {header.Length} bytes, found {found}.");
        }

        int[] shape = new int[dimensions];
        UInt128 total = 1;
        for (int axis = 0; axis < dimensions; axis++)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(header[(4 + (4 * axis))..]);
            total *= length;
            if (length > int.MaxValue || total > (UInt128)Math.Min(Array.MaxLength, mostBytes))
            {
                throw new InvalidDataException(
                    $"{path}: truncated or damaged: dimension {axis} of {dimensions} is {length}, more elements than the file can hold.");
            }

            shape[axis] = (int)length;
        }

        byte[] values = new byte[(int)total];
        found = Fill(stream, values, path);
        var idxShape = new TensorShape(shape);
        if (found < values.Length)
        {
            throw new InvalidDataException($"{path}: truncated: expected {values.Length} bytes of data for {idxShape}, found {found}.");
        }

        return Fill(stream, header[..1], path) == 0
            ? new IdxArray(idxShape, values)
            : throw new InvalidDataException($"{path}: expected {values.Length} bytes of data for {idxShape}, found more behind them.");
    }

    private static int HeaderLength(int dimensions) => 4 + (4 * dimensions);

    private static int Fill(Stream stream, Span<byte> bytes, string path)
    {
        try
        {
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: the gzip data is truncated or damaged: {exception.Message}", exception);
        }
    }
}
