using System;
using System.IO;
using System.Linq;
using CnnCompiler.Checkpoints;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.FullyConvolutional;

/// <summary>One set of weights under several input sizes, where a dense layer reads as a convolution of the same weights.</summary>
public sealed class FullyConvolutionalTests
{
    // README.md shows these two classes.
    private const string Source = """
        using CnnCompiler;

        namespace FullyConvolutional;

        [Network(1, 32, 32)]
        [Conv(6, 5), Relu, MaxPool(2), Conv(16, 5), Relu, MaxPool(2)]
        [Dense(120), Relu, Dense(84), Relu, Dense(10)]
        public partial class Digit;

        [Network(1, 48, 64)]
        [Conv(6, 5), Relu, MaxPool(2), Conv(16, 5), Relu, MaxPool(2)]
        [Conv(120, 5, Name = "dense1"), Relu, Conv(84, 1, Name = "dense2"), Relu, Conv(10, 1, Name = "dense3")]
        public partial class Page;

        [Network(1, 32, 32)]
        [Conv(6, 5), Relu, MaxPool(2), Conv(16, 5), Relu, MaxPool(2)]
        [Conv(120, 5, Name = "dense1"), Relu, Conv(84, 1, Name = "dense2"), Relu, Conv(10, 1, Name = "dense3")]
        public partial class Tile;

        [Network(3, 9, 11), Conv(16, 3, Bias = false), BatchNorm, Relu, Conv(5, 1), MeanSquaredErrorLoss] public partial class Small;
        [Network(3, 21, 14), Conv(16, 3, Bias = false), BatchNorm, Relu, Conv(5, 1), MeanSquaredErrorLoss] public partial class Large;

        [Network(16, 4, 4), Conv(16, 3, Padding = 1), MeanSquaredErrorLoss] public partial class Direct;
        [Network(16, 16, 16), Conv(16, 3, Padding = 1), MeanSquaredErrorLoss] public partial class Transformed;

        [Network(2, 7), Dense(3, WeightNorm = true), MeanSquaredErrorLoss] public partial class NormedDense;
        [Network(2, 9), Conv(3, 7, WeightNorm = true, Name = "dense1"), MeanSquaredErrorLoss] public partial class NormedConv;

        [Network(4, 3, 3), Dense(6), MeanSquaredErrorLoss] public partial class Full;
        [Network(4, 3, 3), Conv(6, 3, Groups = 2, Name = "dense1"), MeanSquaredErrorLoss] public partial class Grouped;
        [Network(4, 3, 3), Conv(6, 3, Connections = "0; 1; 2; 3; 0 1; 2 3", Name = "dense1"), MeanSquaredErrorLoss] public partial class Connected;
        [Network(4, 3, 3), RadialBasis(6, Name = "dense1"), MeanSquaredErrorLoss] public partial class Distances;
        [Network(4, 3, 3), Conv(6, 2, Name = "dense1"), MeanSquaredErrorLoss] public partial class OtherWindow;
        [Network(4, 3, 3), Conv(12, 3, Name = "dense1"), MeanSquaredErrorLoss] public partial class OtherFilters;
        [Network(4, 3, 3), Dense(6, Bias = false), MeanSquaredErrorLoss] public partial class NoBias;
        [Network(4, 3, 3), ConvTranspose(6, 3, Name = "dense1"), MeanSquaredErrorLoss] public partial class Transposed;
        [Network(6, 3, 3), ConvTranspose(6, 3, Name = "dense1"), MeanSquaredErrorLoss] public partial class TransposedSquare;
        [Network(6, 3, 3), Dense(6), MeanSquaredErrorLoss] public partial class FullSquare;
        """;

    private static readonly Lazy<CompiledAssembly> _assembly = new(() => GeneratorHarness.Compile(Source));

    public static TheoryData<Isa> EveryIsa => [.. Isas.All];

    // The pools halve twice: a step of the output is 4 pixels of the page.
    [Theory, MemberData(nameof(EveryIsa))]
    public void Page_GivesAtEachPosition_WhatTheDenseNetworkGivesOnThatCrop(Isa isa)
    {
        using Network digit = Create("Digit", isa, seed: 3), page = Create("Page", isa, seed: 4);
        page.CopyParametersFrom(digit);
        Assert.Equal([10, 5, 9], page.OutputShape);
        float[] image = new RandomValues(5).Normals(48 * 64), scores = page.Predict(image);
        for (int row = 0; row < 5; row++)
        {
            for (int column = 0; column < 9; column++)
            {
                float[] crop = [.. Enumerable.Range(0, 32).SelectMany(y => image.AsSpan((((4 * row) + y) * 64) + (4 * column), 32).ToArray())];
                float[] found = [.. Enumerable.Range(0, 10).Select(unit => scores[(unit * 45) + (row * 9) + column])];
                Near.Equal(digit.Predict(crop), found, 1e-5);
            }
        }
    }

    [Theory]
    [InlineData("Digit", "Page")]
    [InlineData("Page", "Digit")]
    [InlineData("NormedDense", "NormedConv")]
    [InlineData("NormedConv", "NormedDense")]
    [InlineData("Small", "Large")]
    public void Checkpoints_AndCopies_ReadBothWays(string from, string to)
    {
        using Network source = Create(from, seed: 1), loaded = Create(to, seed: 2), copied = Create(to, seed: 3);
        foreach (Parameter buffer in source.Buffers)
            source.With(buffer.Name, [.. Enumerable.Range(1, buffer.Length).Select(i => (float)i)]);
        using var file = new MemoryStream();
        source.Save(file);
        file.Position = 0;
        loaded.Load(file);
        copied.CopyParametersFrom(source);
        Assert.All(source.Parameters.Concat(source.Buffers), p => Assert.Equal(source.Values(p.Name), loaded.Values(p.Name)));
        Assert.All(source.Parameters.Concat(source.Buffers), p => Assert.Equal(source.Values(p.Name), copied.Values(p.Name)));
        Assert.Equal(loaded.ParameterMemory.ToArray(), copied.ParameterMemory.ToArray());
    }

    // What prediction derived from the old values (a folded norm, transformed weights) is gone with them.
    [Theory]
    [InlineData("Small", "Large")]
    [InlineData("Direct", "Transformed")]
    [InlineData("Transformed", "Direct")]
    public void CopiedAndSharedParameters_ArePredictedWith_AlsoAfterAPrediction(string to, string from)
    {
        using Network target = Create(to, seed: 1), source = Create(from, seed: 2), expected = Create(to, seed: 3);
        float[] input = new RandomValues(4).Normals(target.InputSize), other = new RandomValues(5).Normals(source.InputSize);
        float[] sourceOutput = source.Predict(other);
        expected.CopyParametersFrom(source);
        float[] wanted = expected.Predict(input);

        target.Predict(input);
        target.CopyParametersFrom(source);
        Assert.Equal(wanted, target.Predict(input));

        using Network sharing = Create(to, seed: 6);
        sharing.Predict(input);
        Assert.True(sharing.TryShareParametersOf(source));
        Assert.Equal(wanted, sharing.Predict(input));
        Assert.Equal(sourceOutput, source.Predict(other));
        source.ParameterMemory.Clear();
        Assert.NotEqual(wanted, sharing.Predict(input));
        Assert.Equal(source.Parameters.Count, sharing.Parameters.Count);
    }

    [Theory]
    [InlineData("Full", "Grouped", "Grouped cannot take the parameters of Full: 'dense1.weight' must be 6x2x3x3, found 6x36.")]
    [InlineData("Full", "Connected", "Connected cannot take the parameters of Full: 'dense1.weight' must be 6x4x3x3, found 6x36.")]
    [InlineData("Full", "Distances", "Distances cannot take the parameters of Full: Full has 'dense1.bias', which Distances does not have.")]
    [InlineData("Full", "OtherWindow", "OtherWindow cannot take the parameters of Full: 'dense1.weight' must be 6x4x2x2, or 6x16 as a Dense has it, found 6x36.")]
    [InlineData("OtherFilters", "Full", "Full cannot take the parameters of OtherFilters: 'dense1.weight' must be 6x36, or 6 filters of 36 elements as a Conv has them, found 12x4x3x3.")]
    [InlineData("NoBias", "Full", "Full cannot take the parameters of NoBias: NoBias lacks 'dense1.bias', expected 6.")]
    [InlineData("Full", "NoBias", "NoBias cannot take the parameters of Full: Full has 'dense1.bias', which NoBias does not have.")]
    [InlineData("FullSquare", "TransposedSquare", "TransposedSquare cannot take the parameters of FullSquare: 'dense1.weight' must be 6x6x3x3, found 6x54.")]
    [InlineData("TransposedSquare", "FullSquare", "FullSquare cannot take the parameters of TransposedSquare: 'dense1.weight' must be 6x54, or 6 filters of 54 elements as a Conv has them, found 6x6x3x3.")]
    public void WhatDoesNotFit_IsRefused_AndChangesNothing(string from, string to, string message)
    {
        using Network source = Create(from, seed: 1), target = Create(to, seed: 2);
        float[] before = target.ParameterMemory.ToArray();
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => target.CopyParametersFrom(source)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => target.TryShareParametersOf(source)).Message);
        Assert.Equal(before, target.ParameterMemory.ToArray());
    }

    [Fact]
    public void Load_OfFiltersThatDoNotFit_NamesBothShapes()
    {
        using Network source = Create("OtherWindow"), dense = Create("Full"), grouped = Create("Grouped");
        using var file = new MemoryStream();
        source.Save(file);
        file.Position = 0;
        Assert.Contains("tensor 'dense1.weight' must be F32 6x36, or 6 filters of 36 elements as a Conv has them, found F32 6x4x2x2", Assert.Throws<CheckpointException>(() => dense.Load(file)).Message);
        file.Position = 0;
        Assert.Contains("tensor 'dense1.weight' must be F32 6x2x3x3, found F32 6x4x2x2", Assert.Throws<CheckpointException>(() => grouped.Load(file)).Message);
    }

    [Theory]
    [InlineData("Small", "Large", true)]
    [InlineData("Tile", "Page", true)]
    [InlineData("NormedDense", "NormedConv", false)]
    public void Memory_IsShared_WhereTheLayoutsAgree(string from, string to, bool isShared)
    {
        Network source = Create(from, seed: 1);
        using Network target = Create(to, seed: 2);
        float[] before = target.ParameterMemory.ToArray();
        Assert.Equal(isShared, target.TryShareParametersOf(source));
        if (!isShared)
        {
            Assert.Equal(before, target.ParameterMemory.ToArray());
            source.Dispose();
            return;
        }

        Parameter first = source.Parameters[0];
        source.With(first.Name, [.. Enumerable.Repeat(0.25f, first.Length)]);
        Assert.All(target.Values(first.Name), value => Assert.Equal(0.25f, value));
        float[] x = new RandomValues(6).Normals(target.InputSize), expected = target.Predict(x);
        source.Dispose();
        Assert.Equal(expected, target.Predict(x));
    }

    [Fact]
    public void Copy_OfItself_OrOfSharedWeights_ChangesNothing()
    {
        using Network net = Create("Small");
        using Network shared = net.Share();
        float[] before = net.ParameterMemory.ToArray();
        net.CopyParametersFrom(net);
        net.CopyParametersFrom(shared);
        Assert.True(net.TryShareParametersOf(shared));
        Assert.Equal(before, net.ParameterMemory.ToArray());
        shared.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Create("Small").CopyParametersFrom(shared));
    }

    private static Network Create(string name, Isa isa = Isa.Portable, int seed = 0) =>
        _assembly.Value[name].Create(new NetworkOptions { Isa = isa, Seed = seed, Threads = 1 });
}
