using System;
using System.IO;
using System.Linq;

namespace CnnCompiler;

/// <summary>
/// The MNIST database of handwritten digits (LeCun, Cortes, Burges 1998) from its four files: 60,000 training and 10,000 test images of
/// 1x28x28, labels 0 to 9. Pixel b becomes (b / 255 - 0.1307) / 0.3081, which has mean 0 and deviation 1 over the training set.
/// </summary>
public static class Mnist
{
    /// <summary>Mean of the pixels in 0 .. 1 that is subtracted.</summary>
    public const float Mean = 0.1307f;

    /// <summary>Deviation of the pixels in 0 .. 1 that is divided by.</summary>
    public const float Deviation = 0.3081f;

    private const int Classes = 10;

    /// <summary>Reads the training set: <c>train-images-idx3-ubyte</c> and <c>train-labels-idx1-ubyte</c>, each with or without <c>.gz</c>.</summary>
    /// <param name="directory">The directory of the files.</param>
    /// <exception cref="DirectoryNotFoundException">The directory does not exist.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is truncated, damaged or of another format; counts differ; a label is not 0 to 9.</exception>
    public static Dataset Train(string directory) => Read(directory, "train");

    /// <summary>Reads the test set: <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c>, each with or without <c>.gz</c>.</summary>
    /// <param name="directory">The directory of the files.</param>
    /// <exception cref="DirectoryNotFoundException">The directory does not exist.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is truncated, damaged or of another format; counts differ; a label is not 0 to 9.</exception>
    public static Dataset Test(string directory) => Read(directory, "t10k");

    private static InMemoryDataset Read(string directory, string part)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException(
                $"The directory of the MNIST files does not exist: {directory} (expected there: {part}-images-idx3-ubyte.gz and {part}-labels-idx1-ubyte.gz).");
        }

        string imagesPath = Find(directory, $"{part}-images", "idx3-ubyte");
        string labelsPath = Find(directory, $"{part}-labels", "idx1-ubyte");
        IdxArray images = IdxReader.Read(imagesPath, 3);
        IdxArray labels = IdxReader.Read(labelsPath, 1);
        if (images.Shape[0] != labels.Shape[0])
        {
            throw new InvalidDataException(
                $"The counts differ: {images.Shape[0]} images in {imagesPath}, {labels.Shape[0]} labels in {labelsPath}.");
        }

        if (images.Values.Length == 0)
        {
            throw new InvalidDataException($"{imagesPath}: expected at least one image, found {images.Shape}.");
        }

        int wrong = labels.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        if (wrong >= 0)
        {
            throw new InvalidDataException($"{labelsPath}: label {wrong} is {labels.Values[wrong]}, expected 0 to {Classes - 1}.");
        }

        int[] classes = Array.ConvertAll(labels.Values, label => (int)label);
        return new InMemoryDataset([1, images.Shape[1], images.Shape[2]], images.Values, classes, Mean, Deviation);
    }

    private static string Find(string directory, string name, string format)
    {
        string[] names = [$"{name}-{format}", $"{name}-{format}.gz", $"{name}.{format}", $"{name}.{format}.gz"];
        return names.Select(file => Path.Combine(directory, file)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"No MNIST file in {directory}: looked for {string.Join(", ", names)}.", Path.Combine(directory, names[0]));
    }
}
