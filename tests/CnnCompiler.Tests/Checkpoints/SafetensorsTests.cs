using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CnnCompiler.Checkpoints;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class SafetensorsTests
{
    [Fact]
    public void WriterThenReader_RoundTrips()
    {
        var stream = new MemoryStream();
        var writer = new SafetensorsWriter(
            stream,
            [
                new("a.\u00e4\"", TensorDtype.F32, new TensorShape(2, 3)), new("empty", TensorDtype.F32, new TensorShape(0, 4)),
                new("labels", TensorDtype.I64, new TensorShape(2)), new("loss", TensorDtype.F32, new TensorShape()),
            ],
            new Dictionary<string, string> { ["origin"] = "a \"test\"\n" });
        writer.Write([1f, 2f]);
        Assert.Throws<InvalidOperationException>(writer.Complete);
        Assert.Throws<InvalidOperationException>(() => writer.Write([1L]));
        Assert.Throws<InvalidOperationException>(() => writer.Write(new float[5]));
        writer.Write([3f, 4f, 5f, float.NaN]);
        writer.Write([-1L, long.MaxValue]);
        writer.Write([0.5f]);
        writer.Complete();
        Assert.Throws<InvalidOperationException>(() => writer.Write([1f]));

        stream.Position = 0;
        using var reader = new SafetensorsReader(stream, "memory");
        Assert.Equal("a \"test\"\n", reader.Metadata["origin"]);
        Assert.Equal([-1L, long.MaxValue], reader.ReadInt64s("labels"));
        Assert.Equal([1f, 2f, 3f, 4f, 5f, float.NaN], reader.ReadFloats("a.\u00e4\""));
        Assert.Equal([0.5f], reader.ReadFloats("loss"));
        Assert.Empty(reader.ReadFloats("empty"));
        Assert.Empty(reader.Find("loss")!.Shape);
        Assert.Null(reader.Find("none"));
        Assert.Contains("no tensor 'none'", Assert.Throws<CheckpointException>(() => reader.ReadFloats("none")).Message);
        Assert.Contains("must be F32 2, found I64 2", Assert.Throws<CheckpointException>(() => reader.ReadFloats("labels")).Message);
        Assert.Throws<ArgumentException>(() => reader.Read(reader.Find("labels")!, 1, new long[2]));
        reader.RequireEnd();
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{", "JSON")]
    [InlineData("{} x", "JSON")]
    [InlineData("{}{}", "JSON")]
    [InlineData("""{"a":1}""", "tensor 'a' must be a JSON object")]
    [InlineData("""{"a":{}}""", "needs dtype, shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "needs dtype, shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", "two data_offsets")]
    [InlineData("""{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}""", "unknown dtype 'F33'")]
    [InlineData("""{"a":{"dtype":"0","shape":[1],"data_offsets":[0,4]}}""", "unknown dtype '0'")]
    [InlineData("""{"a":{"dtype":"F32,I64","shape":[1],"data_offsets":[0,4]}}""", "unknown dtype")]
    [InlineData("""{"a":{"dtype":4,"shape":[1],"data_offsets":[0,4]}}""", "dtype of tensor 'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}}""", "unknown field 'x'")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "dtype twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "shape of tensor 'a' must hold integers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "must hold integers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3000000000],"data_offsets":[0,4]}}""", "dimension of 3000000000")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2000000000,2000000000,2000000000],"data_offsets":[0,4]}}""", "more than 2^63 elements")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2000000000,2000000000],"data_offsets":[0,4]}}""", "more than 2^63 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "data_offsets are 4 to 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "takes 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "there is a gap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "they overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "'a' twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[9223372036854775806,9223372036854775807]}}""", "takes 4 bytes")]
    [InlineData("""{"__metadata__":{"a":1}}""", "__metadata__ 'a' must be a JSON string")]
    [InlineData("""{"__metadata__":{"a":"","a":""}}""", "names 'a' twice")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "JSON")]
    public void Header_Malformed_IsRefused(string json, string expected)
    {
        var failure = Assert.Throws<CheckpointException>(() => Open(json, 4));
        Assert.StartsWith("file", failure.Message);
        Assert.Contains(expected, failure.Message);
    }

    [Fact]
    public void Header_TooLongOrBeyondTheFile_IsRefused()
    {
        byte[] bytes = Bytes("{}", 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, -1);
        Assert.Contains("not a safetensors file", Assert.Throws<CheckpointException>(() => Open(bytes)).Message);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, 5000);
        Assert.Contains("truncated", Assert.Throws<CheckpointException>(() => Open(bytes)).Message);
        Assert.Contains("truncated", Assert.Throws<CheckpointException>(() => Open([])).Message);
        Assert.Contains("truncated", Assert.Throws<CheckpointException>(() => Open([1, 0, 0])).Message);
    }

    [Fact]
    public void Data_TooShortOrTooLong_IsRefused()
    {
        const string Json = """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""";
        Open(Json, 12);
        Assert.Contains("truncated inside tensor 'b' F32 2: expected 12 bytes after the header, found 11", Assert.Throws<CheckpointException>(() => Open(Json, 11)).Message);
        Assert.Contains("truncated inside tensor 'a' F32 1", Assert.Throws<CheckpointException>(() => Open(Json, 0)).Message);
        Assert.Contains("data follows", Assert.Throws<CheckpointException>(() => Open(Json, 13)).Message);
    }

    [Fact]
    public void EveryTruncationAndEveryFlippedByte_NeverCrashes()
    {
        const string Json = """{"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";
        byte[] good = Bytes(Json, 4);
        for (int length = 0; length < good.Length; length++)
            Assert.Throws<CheckpointException>(() => Open(good.AsSpan(0, length).ToArray()));
        for (int i = 0; i < good.Length; i++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] bad = [.. good];
                bad[i] = (byte)value;
                try
                {
                    Open(bad);
                }
                catch (CheckpointException)
                {
                    // Refused, as it should be; some changes (a name, a value) leave a valid file.
                }
            }
        }
    }

    private static void Open(string json, int dataBytes) => Open(Bytes(json, dataBytes));

    private static void Open(byte[] file)
    {
        using var reader = new SafetensorsReader(new MemoryStream(file), "file");
    }

    private static byte[] Bytes(string json, int dataBytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        var bytes = new byte[8 + text.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, text.Length);
        text.CopyTo(bytes, 8);
        return bytes;
    }
}
