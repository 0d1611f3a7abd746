using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class DeclarationDiagnosticsTests
{
    [Theory]
    [InlineData("public class Net;", "CNN001", "Class Net has to be partial, because its code is generated into another part. Write: partial class Net.")]
    [InlineData("public partial class Net<T>;", "CNN003", "Class Net cannot be a network, because it has type parameters. Remove them: shapes are numbers in attributes.")]
    [InlineData("file partial class Net;", "CNN005", "Class Net cannot be a network, because it is visible in its file only and generated code is another file. Write internal instead of file.")]
    [InlineData("public partial record Net;", "CNN006", "Class Net cannot be a network, because it is a record. Write class instead of record.")]
    [InlineData("public static partial class Net;", "CNN006", "Class Net cannot be a network, because it is static. Remove static.")]
    [InlineData("public abstract partial class Net;", "CNN006", "Class Net cannot be a network, because it is abstract. Remove abstract.")]
    [InlineData("public partial class Net : System.Exception;", "CNN006", "Class Net cannot be a network, because it derives from Exception. Remove the base class: it will be CnnCompiler.Network.")]
    [InlineData("public partial class Net(int size);", "CNN006", "Class Net cannot be a network, because it has a primary constructor. Remove its parameter list.")]
    [InlineData("public partial class Net { const int Macs = 3; }", "CNN006", "Class Net cannot be a network, because it declares Macs, which is the name of a generated member. Rename Macs.")]
    public void Class_OfUnsuitableKind_ReportsOnNetworkAttribute(string declaration, string id, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze(NetworkSource.Compile("using CnnCompiler;\n[Network(4), Dense(2)]\n" + declaration)));
        Assert.Equal((id, "Network(4)", message), (found.Id, found.At, found.Message));
    }

    [Theory]
    [InlineData("public class Outer { ? }", "CNN004", "Class Net is nested in Outer, which has to be partial too. Write: partial class Outer, or move the class out of it.")]
    [InlineData("public record struct Outer { ? }", "CNN004", "Class Net is nested in Outer, which has to be partial too. Write: partial record struct Outer, or move the class out of it.")]
    [InlineData("public partial class Outer<T> { ? }", "CNN003", "Class Net cannot be a network, because class Outer has type parameters. Remove them: shapes are numbers in attributes.")]
    [InlineData("file partial class Outer { ? }", "CNN005", "Class Net cannot be a network, because class Outer is visible in its file only and generated code is another file. Write internal instead of file.")]
    public void Class_InUnsuitableType_ReportsOnNetworkAttribute(string around, string id, string message)
    {
        string source = "using CnnCompiler;\n" + around.Replace("?", "[Network(4), Dense(2)] public partial class Net;");
        Reported found = Assert.Single(NetworkSource.Analyze(NetworkSource.Compile(source)));
        Assert.Equal((id, "Network(4)", message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Layers_OnSeveralDeclarations_ReportsTheStrayOne()
    {
        var compilation = NetworkSource.Compile(
            "using CnnCompiler;\n[Network(4), Dense(3)] public partial class Net;", "using CnnCompiler;\n[Dense(2)] public partial class Net;");
        Reported found = Assert.Single(NetworkSource.Analyze(compilation));
        Assert.Equal(
            ("CNN002", "Dense(2)", "Dense stands on another declaration of class Net than its first layer, and declarations have no order. Write all layers on one declaration."),
            (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Network_OnAnotherDeclarationThanLayers_IsFine()
    {
        var compilation = NetworkSource.Compile(
            "using CnnCompiler;\n[Network(4)] public partial class Net;", "using CnnCompiler;\n[Dense(3), Relu]\n[Dense(2)] partial class Net;");
        Assert.Empty(NetworkSource.Analyze(compilation));
    }

    [Fact]
    public void Project_WithoutUnsafe_ReportsOneError()
    {
        var compilation = NetworkSource.Compile(NetworkSource.Class("[Network(4), Dense(2)]")).WithoutUnsafe();
        Reported found = Assert.Single(NetworkSource.Analyze(compilation));
        Assert.Equal(("CNN007", "Network(4)"), (found.Id, found.At));
        Assert.Contains("<AllowUnsafeBlocks>true</AllowUnsafeBlocks>", found.Message);
        Assert.Empty(NetworkSource.CompilerErrors(compilation));
    }

    [Theory]
    [InlineData("[Network]", "CNN008", "Network", "Network gives 0 dimensions for the input, but a sample has 1 to 3. Write [Network(features)], [Network(channels, length)] or [Network(channels, height, width)].")]
    [InlineData("[Network()]", "CNN008", "Network()", "Network gives 0 dimensions for the input, but a sample has 1 to 3. Write [Network(features)], [Network(channels, length)] or [Network(channels, height, width)].")]
    [InlineData("[Network(null)]", "CNN008", "Network(null)", "Network(null) gives 0 dimensions for the input, but a sample has 1 to 3. Write [Network(features)], [Network(channels, length)] or [Network(channels, height, width)].")]
    [InlineData("[Network(1, 2, 3, 4)]", "CNN008", "Network(1, 2, 3, 4)", "Network(1, 2, 3, 4) gives 4 dimensions for the input, but a sample has 1 to 3. Write [Network(features)], [Network(channels, length)] or [Network(channels, height, width)].")]
    [InlineData("[Network(1, -28, 28)]", "CNN009", "-28", "Network(1, -28, 28) gives the size -28 for dimension 2 of the input, expected at least 1. Write the real size.")]
    [InlineData("[Network(0)]", "CNN009", "0", "Network(0) gives the size 0 for dimension 1 of the input, expected at least 1. Write the real size.")]
    [InlineData("[Network(1000, 1000, 10000)]", "CNN202", "Network(1000, 1000, 10000)", "Network(1000, 1000, 10000) makes an input of 1000x1000x10000 values, but at most 2147483647 are possible. Use a smaller input.")]
    public void Input_OfWrongShape_Reports(string network, string id, string at, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze(network + "\n[Dense(2)]"));
        Assert.Equal((id, at, message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Network_WithoutLayers_Reports()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(1, 28, 28)]"));
        Assert.Equal(
            ("CNN010", "Class Net has an input of 1x28x28, but no layer. Write layers under [Network], for example [Dense(10)]."), (found.Id, found.Message));
    }

    [Theory]
    [InlineData("Conv(0, 3)", "0", "Conv(0, 3): filters has to be at least 1, but is 0")]
    [InlineData("Conv(4, -3)", "-3", "Conv(4, -3): kernel has to be at least 1, but is -3")]
    [InlineData("Conv(4, 3, 0)", "0", "Conv(4, 3, 0): kernelWidth has to be at least 1, but is 0")]
    [InlineData("Conv(kernel: 0, filters: 4)", "kernel: 0", "Conv(kernel: 0, filters: 4): kernel has to be at least 1, but is 0")]
    [InlineData("Conv(4, 3, Stride = 0)", "Stride = 0", "Conv(4, 3, Stride = 0): Stride has to be at least 1, but is 0")]
    [InlineData("Conv(4, 3, StrideWidth = -1)", "StrideWidth = -1", "Conv(4, 3, StrideWidth = -1): StrideWidth has to be at least 1, but is -1")]
    [InlineData("Conv(4, 3, Padding = -1)", "Padding = -1", "Conv(4, 3, Padding = -1): Padding has to be at least 0, but is -1")]
    [InlineData("Conv(4, 3, Dilation = 0)", "Dilation = 0", "Conv(4, 3, Dilation = 0): Dilation has to be at least 1, but is 0")]
    [InlineData("Conv(4, 3, Groups = 0)", "Groups = 0", "Conv(4, 3, Groups = 0): Groups has to be at least 1, but is 0")]
    [InlineData("Dense(0)", "0", "Dense(0): units has to be at least 1, but is 0")]
    [InlineData("MaxPool(0)", "0", "MaxPool(0): size has to be at least 1, but is 0")]
    [InlineData("MaxPool(2, Dilation = 0)", "Dilation = 0", "MaxPool(2, Dilation = 0): Dilation has to be at least 1, but is 0")]
    [InlineData("AvgPool(2, Stride = 0)", "Stride = 0", "AvgPool(2, Stride = 0): Stride has to be at least 1, but is 0")]
    [InlineData("Dropout(1)", "1", "Dropout(1): rate has to be at least 0 and less than 1, but is 1")]
    [InlineData("Dropout(-0.5)", "-0.5", "Dropout(-0.5): rate has to be at least 0 and less than 1, but is -0.5")]
    [InlineData("Dropout(double.NaN)", "double.NaN", "Dropout(NaN): rate has to be at least 0 and less than 1, but is NaN")]
    [InlineData("LeakyRelu(1 / 0.0)", "1 / 0.0", "LeakyRelu(Infinity): slope has to be a finite number, but is Infinity")]
    [InlineData("BatchNorm(Epsilon = -1)", "Epsilon = -1", "BatchNorm(Epsilon = -1): Epsilon has to be a finite number of at least 0, but is -1")]
    [InlineData("BatchNorm(Momentum = 2)", "Momentum = 2", "BatchNorm(Momentum = 2): Momentum has to be from 0 to 1, but is 2")]
    [InlineData("Dense(2, InitScale = -1)", "InitScale = -1", "Dense(2, InitScale = -1): InitScale has to be at least 0, but is -1")]
    [InlineData("Dense(2, Init = (Init)99)", "Init = (Init)99", "Dense(2, Init = Init(99)): Init has to be a value of the enumeration Init, but is 99")]
    [InlineData("CrossEntropyLoss(LabelSmoothing = 2)", "LabelSmoothing = 2", "CrossEntropyLoss(LabelSmoothing = 2): LabelSmoothing has to be from 0 to 1, but is 2")]
    public void Argument_OutOfRange_ReportsOnArgument(string attribute, string at, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4, 16, 16)]\n[Flatten, Dense(4)]\n[" + attribute + "]"));
        Assert.Equal(("CNN011", at, message), (found.Id, found.At, found.Message));
    }

    [Theory]
    [InlineData("Conv(4, 3, Same = true, Stride = 2)", "Conv(4, 3, Same = true, Stride = 2): Same = true needs a stride of 1, but Stride is 2. Leave out Same and write Padding.")]
    [InlineData("Conv(4, 3, Same = true, StrideWidth = 2)", "Conv(4, 3, Same = true, StrideWidth = 2): Same = true needs a stride of 1, but StrideWidth is 2. Leave out Same and write Padding.")]
    [InlineData("Conv(4, 3, Same = true, PaddingHeight = 1)", "Conv(4, 3, Same = true, PaddingHeight = 1): Same = true computes the padding, but PaddingHeight is 1. Leave out one of the two.")]
    public void Same_WithOptionsThatExcludeIt_Reports(string attribute, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4, 16, 16)]\n[" + attribute + "]"));
        Assert.Equal(("CNN012", "Same = true", message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Loss_Second_Reports()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4), Dense(2), MeanSquaredErrorLoss, CrossEntropyLoss]"));
        Assert.Equal(
            ("CNN013", "CrossEntropyLoss", "CrossEntropyLoss is a second loss beside MeanSquaredErrorLoss, but a network has one. Remove one of the two."),
            (found.Id, found.At, found.Message));
    }

    [Theory]
    [InlineData("[Dense(3, Name = \"\"), Dense(2)]", "Name = \"\"", "Dense(3, Name = \"\"): its checkpoint name is empty. Write a name, or leave the option out.")]
    [InlineData("[Dense(3, Name = \"a\"), Dense(2, Name = \"a\")]", "Name = \"a\"", "Dense(2, Name = \"a\"): its checkpoint name is not unique, because layer 1 Dense(3, Name = \"a\") has a tensor a.weight too. Choose another Name.")]
    [InlineData("[Dense(3, Name = \"dense2\"), Dense(2)]", "Name = \"dense2\"", "Dense(3, Name = \"dense2\"): its checkpoint name is not unique, because layer 2 Dense(2) has a tensor dense2.weight too. Choose another Name.")]
    public void Name_EmptyOrTwice_Reports(string layers, string at, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4)]\n" + layers));
        Assert.Equal(("CNN014", at, message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Name_OfLayersWithoutTensors_MayRepeat() => Assert.Empty(NetworkSource.Analyze("[Network(4)]\n[Tanh(Name = \"a\"), Dense(2, Name = \"a\")]"));

    [Fact]
    public void Init_ForMatricesOnBatchNorm_Reports()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4)]\n[BatchNorm(Init = Init.He), Dense(2)]"));
        Assert.Equal(("CNN016", "Init = Init.He"), (found.Id, found.At));
    }

    [Fact]
    public void Mistakes_InDifferentLayers_AreAllReported()
    {
        IReadOnlyList<Reported> found = NetworkSource.Analyze("[Network(4)]\n[Dense(0), Dense(-1)]");
        Assert.Equal(["0", "-1"], found.Select(diagnostic => diagnostic.At));
    }
}
