using System;
using System.IO;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class MnistTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("-idx", false)]
    [InlineData("-idx", true)]
    [InlineData(".idx", false)]
    public void Train_GoodFiles_ScalesPixels(string separator, bool gzip)
    {
        WriteImages([0, 255, 51, 102, 0, 0, 0, 255], 2, 2, 2, separator, gzip);
        WriteLabels([7, 3], separator, gzip);
        Dataset data = Mnist.Train(_directory.Path);
        Assert.Equal(2, data.Count);
        Assert.Equal("1x2x2", data.InputShape.ToString());
        float[] input = new float[4];
        data.CopySample(0, input);
        Assert.Equal([(0f - 0.1307f) / 0.3081f, (1f - 0.1307f) / 0.3081f, ((51 / 255f) - 0.1307f) / 0.3081f, ((102 / 255f) - 0.1307f) / 0.3081f], input);
        int[] label = new int[1];
        data.CopyLabels(1, label);
        Assert.Equal(3, label[0]);
    }

    [Fact]
    public void Train_MissingDirectory_NamesDirectoryAndFiles()
    {
        string missing = _directory.File("nowhere");
        string message = Assert.Throws<DirectoryNotFoundException>(() => Mnist.Train(missing)).Message;
        Assert.Contains(missing, message);
        Assert.Contains("train-images-idx3-ubyte", message);
    }

    [Fact]
    public void Test_MissingFile_NamesWhatItLookedFor()
    {
        string message = Assert.Throws<FileNotFoundException>(() => Mnist.Test(_directory.Path)).Message;
        Assert.Contains(_directory.Path, message);
        Assert.Contains("t10k-images-idx3-ubyte.gz", message);
    }

    [Fact]
    public void Train_CountsDiffer_NamesBoth()
    {
        WriteImages(new byte[8], 2, 2, 2);
        WriteLabels([1, 2, 3]);
        string message = Assert.Throws<InvalidDataException>(() => Mnist.Train(_directory.Path)).Message;
        Assert.Contains("2 images", message);
        Assert.Contains("3 labels", message);
    }

    [Fact]
    public void Train_LabelOutOfRange_NamesIndexAndValue()
    {
        WriteImages(new byte[8], 2, 2, 2);
        WriteLabels([1, 10]);
        string message = Assert.Throws<InvalidDataException>(() => Mnist.Train(_directory.Path)).Message;
        Assert.Contains("label 1 is 10, expected 0 to 9", message);
    }

    [Fact]
    public void Train_NoImages_IsAnError()
    {
        WriteImages([], 0, 28, 28);
        WriteLabels([]);
        Assert.Contains("0x28x28", Assert.Throws<InvalidDataException>(() => Mnist.Train(_directory.Path)).Message);
    }

    private void WriteImages(byte[] pixels, int count, int rows, int columns, string separator = "-idx", bool gzip = false)
        => Write($"train-images{separator}3-ubyte", IdxFile.Bytes(pixels, count, rows, columns), gzip);

    private void WriteLabels(byte[] labels, string separator = "-idx", bool gzip = false)
        => Write($"train-labels{separator}1-ubyte", IdxFile.Bytes(labels, labels.Length), gzip);

    private void Write(string name, byte[] bytes, bool gzip)
        => File.WriteAllBytes(_directory.File(gzip ? name + ".gz" : name), gzip ? IdxFile.Gzip(bytes) : bytes);
}
