using System;
using System.IO;
using System.Linq;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_GoodFile_GivesShapeAndBytes(bool gzip)
    {
        byte[] values = [.. Enumerable.Range(0, 2 * 3 * 4).Select(i => (byte)i)];
        IdxArray array = IdxReader.Read(Write("a", IdxFile.Bytes(values, 2, 3, 4), gzip), 3);
        Assert.Equal("2x3x4", array.Shape.ToString());
        Assert.Equal(values, array.Values);
    }

    [Fact]
    public void Read_MissingFile_NamesIt()
        => Assert.Contains("nothing", Assert.Throws<FileNotFoundException>(() => IdxReader.Read(_directory.File("nothing"), 1)).Message);

    [Fact]
    public void Read_GzipCutAnywhere_IsAnError()
    {
        byte[] values = new byte[3000];
        new Random(1).NextBytes(values);
        byte[] whole = IdxFile.Gzip(IdxFile.Bytes(values, 3000));
        for (int length = 2; length < whole.Length; length += length < 30 || length > whole.Length - 12 ? 1 : 97)
        {
            string path = Write("cut", whole[..length], gzip: false);
            string message = Assert.Throws<InvalidDataException>(() => IdxReader.Read(path, 1)).Message;
            Assert.Contains("truncated", message);
            Assert.Contains(path, message);
        }
    }

    [Fact]
    public void Read_GzipWithAChangedByte_IsAnError()
    {
        byte[] values = new byte[3000];
        new Random(1).NextBytes(values);
        byte[] whole = IdxFile.Gzip(IdxFile.Bytes(values, 3000));
        whole[whole.Length / 2] ^= 0x10;
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => IdxReader.Read(Write("bad", whole, gzip: false), 1)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(11)]
    public void Read_PlainFileCut_SaysWhatIsMissing(int length)
    {
        string path = Write("cut", IdxFile.Bytes(new byte[4], 4)[..length], gzip: false);
        Assert.Contains("truncated", Assert.Throws<InvalidDataException>(() => IdxReader.Read(path, 1)).Message);
    }

    [Fact]
    public void Read_WrongMagic_NamesBoth()
    {
        string path = Write("labels", IdxFile.Bytes(new byte[4], 4), gzip: true);
        string message = Assert.Throws<InvalidDataException>(() => IdxReader.Read(path, 3)).Message;
        Assert.Contains("expected 2051", message);
        Assert.Contains("found 2049", message);
    }

    [Fact]
    public void Read_TrailingData_IsAnError()
    {
        byte[] bytes = [.. IdxFile.Bytes(new byte[4], 4), 0];
        Assert.Contains("more behind", Assert.Throws<InvalidDataException>(() => IdxReader.Read(Write("a", bytes, gzip: false), 1)).Message);
        Assert.Contains("more behind", Assert.Throws<InvalidDataException>(() => IdxReader.Read(Write("b", bytes, gzip: true), 1)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_HeaderClaimsTooMuch_TakesNoMemory(bool gzip)
    {
        byte[] bytes = IdxFile.Bytes(new byte[4], 2_000_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string path = Write("huge", bytes, gzip);
        Assert.Throws<InvalidDataException>(() => IdxReader.Read(path, 1));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    private string Write(string name, byte[] bytes, bool gzip)
    {
        string path = _directory.File(name);
        File.WriteAllBytes(path, gzip ? IdxFile.Gzip(bytes) : bytes);
        return path;
    }
}
