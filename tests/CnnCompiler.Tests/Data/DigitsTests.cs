using System;
using System.Linq;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class DigitsTests
{
    [Fact]
    public void Sample_DependsOnSeedAndIndexAlone()
    {
        Assert.Equal(Read(Digits.Train(200)).Inputs[..(50 * 784)], Read(Digits.Train(50)).Inputs);
        Assert.NotEqual(Read(Digits.Train(50)).Inputs, Read(Digits.Test(50)).Inputs);
    }

    [Fact]
    public void Labels_AreBalanced()
    {
        Dataset data = Digits.Train(200);
        Assert.Equal("1x28x28", data.InputShape.ToString());
        Assert.All(Read(data).Labels.CountBy(label => label), pair => Assert.Equal(20, pair.Value));
    }

    [Fact]
    public void Count_BelowOne_IsAnError() => Assert.Throws<ArgumentOutOfRangeException>(() => Digits.Train(0));

    /// <summary>The set has to need a network with a hidden layer: softmax regression has to fail on one digit in twenty at least.</summary>
    [Fact]
    public void LinearClassifier_StaysBelow95Percent()
    {
        (float[] inputs, int[] labels) = Read(Digits.Train(8000));
        (float[] testInputs, int[] testLabels) = Read(Digits.Test(2000));
        var classifier = new SoftmaxRegression(784, 10);
        for (int epoch = 0; epoch < 8; epoch++)
        {
            classifier.Train(inputs, labels, 0.02f / (1 + epoch));
        }

        double accuracy = classifier.Accuracy(testInputs, testLabels);
        Assert.InRange(accuracy, 0.5, 0.95);
    }

    private static (float[] Inputs, int[] Labels) Read(Dataset data)
    {
        float[] inputs = new float[data.Count * data.InputSize];
        int[] labels = new int[data.Count];
        for (int index = 0; index < data.Count; index++)
        {
            data.CopySample(index, inputs.AsSpan(index * data.InputSize, data.InputSize));
            data.CopyLabels(index, labels.AsSpan(index, 1));
        }

        return (inputs, labels);
    }
}
