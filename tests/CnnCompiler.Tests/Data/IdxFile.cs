using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace CnnCompiler.Tests;

/// <summary>Makes IDX files for tests.</summary>
internal static class IdxFile
{
    public static byte[] Bytes(byte[] values, params int[] shape)
    {
        byte[] bytes = new byte[4 + (4 * shape.Length) + values.Length];
        bytes[2] = 8;
        bytes[3] = (byte)shape.Length;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + (4 * axis)), shape[axis]);
        }

        values.CopyTo(bytes, 4 + (4 * shape.Length));
        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
