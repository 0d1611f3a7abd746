using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Expansion.Steps;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CnnCompiler.Generator.Tests.Parsing;

public sealed class NetworkParserTests
{
    [Theory]
    [InlineData("Conv(6, 5, Padding = 2)", "Conv(6, 5, Padding = 2)")]
    [InlineData("Conv(Width * 2, 3)", "Conv(8, 3)")]
    [InlineData("Conv(kernel: 3, filters: Width)", "Conv(kernel: 3, filters: 4)")]
    [InlineData("ConvAttribute(6, 3, Same = true)", "Conv(6, 3, Same = true)")]
    [InlineData("global::CnnCompiler.Relu()", "Relu")]
    [InlineData("LeakyRelu(0.2f)", "LeakyRelu(0.2)")]
    [InlineData("LeakyRelu(0.1)", "LeakyRelu(0.1)")]
    [InlineData("LeakyRelu", "LeakyRelu")]
    [InlineData("Tanh(Amplitude = 1, Slope = 2 / 3f)", "Tanh(Amplitude = 1, Slope = 0.6666667)")]
    [InlineData("Dense(10, Init = Init.Glorot, Name = \"a\\\"b\", Frozen = !false)", "Dense(10, Init = Init.Glorot, Name = \"a\\\"b\", Frozen = true)")]
    [InlineData("Conv(6, 5, Padding = /* none */ 0)", "Conv(6, 5, Padding = 0)")]
    public void Text_IsAsWrittenWithValues(string attribute, string text) => Assert.Equal(text, ParseLayer(attribute).Header.Text);

    [Fact]
    public void Conv_Options_AreRead()
    {
        var layer = (ConvLayer)ParseLayer("Conv(8, 5, 3, Stride = 2, StrideHeight = 3, Padding = 1, PaddingWidth = 4, Dilation = 2, Groups = 4, Bias = false)");
        Assert.Equal((8, 5, 3), (layer.Filters, layer.KernelHeight, layer.KernelWidth));
        Assert.Equal((3, 2, 1, 4), (layer.StrideHeight, layer.StrideWidth, layer.PaddingHeight, layer.PaddingWidth));
        Assert.Equal((2, 4, false, false), (layer.Dilation, layer.Groups, layer.Bias, layer.Same));
    }

    [Fact]
    public void Header_OptionsAndDefaults_AreRead()
    {
        LayerHeader set = ParseLayer("Dense(3, Name = \"fc\", Init = Init.Normal, InitScale = 0.5, BiasInit = 1, Frozen = true)").Header;
        Assert.Equal(("Dense", 0, "fc", InitScheme.Normal, 0.5, 1.0, true), (set.Kind, set.Index, set.Name, set.Init, set.InitScale, set.BiasInit, set.Frozen));
        LayerHeader plain = ParseLayer("Dense(3, InitScale = double.NaN)").Header;
        Assert.Equal((null, InitScheme.Default, null, null, false), (plain.Name, plain.Init, plain.InitScale, plain.BiasInit, plain.Frozen));
    }

    [Fact]
    public void InitSchemes_HaveTheNumbersOfTheEnumeration() => Assert.Equal(
        Enum.GetValues<Init>().Select(value => (int)value + " " + value), Enum.GetValues<InitScheme>().Select(value => (int)value + " " + value));

    [Theory]
    [InlineData("namespace A.@event.B; [Network(2, 8), Conv(2, 3)] internal partial class @class;", "A.@event.B", "@class", "internal", "A.event.B.class")]
    [InlineData("[Network(2, 8), Conv(2, 3)] partial class Größe;", "", "Größe", "internal", "Größe")]
    [InlineData("namespace A { [Network(2, 8), Conv(2, 3)] public sealed partial class Net; public class NET; }", "A", "Net", "public", "A.Net-twin")]
    public void Declaration_IsRead(string source, string space, string name, string accessibility, string file)
    {
        NetworkSpec spec = Parse("using CnnCompiler; " + source, name.TrimStart('@')).Spec!;
        Assert.Equal((space, name, accessibility), (spec.Namespace, spec.Name, spec.Accessibility));
        Assert.Equal(file.Split('-')[0], spec.FileName.Split('-')[0]);
        Assert.Equal(file.Contains('-'), spec.FileName.Contains('-'));
        Assert.Equal("2x8", spec.Input.ToString());
    }

    [Fact]
    public void NestedClass_HasItsContainers()
    {
        NetworkSpec spec = Parse(
            "namespace N; partial interface I { public partial record struct S { protected internal static partial class C { [CnnCompiler.Network(3), CnnCompiler.Dense(2)] private partial class Net; } } }", "Net").Spec!;
        Assert.Equal(["partial interface I", "partial record struct S", "partial class C"], spec.ContainingTypes.Select(type => type.Declaration));
        Assert.Equal(("private", "N.I+S+C+Net"), (spec.Accessibility, spec.FileName));
    }

    [Fact]
    public void Models_AreEqualForEqualNetworks()
    {
        string source = NetworkSource.Class("[Network(1, 28, 28, Unroll = Unroll.Full, Weights = WeightFormat.BFloat16)]\n[Conv(6, 5), Relu, Dropout(0.5), Dense(10), CrossEntropyLoss(LabelSmoothing = 0.1)]");
        ParsedNetwork network = Parse(source, "Net");
        Assert.Equal(network, Parse("// Another file.\n" + source.Replace("(6, 5)", "(6,  5 /* rows */)"), "Net"));
        Assert.Equal(network.GetHashCode(), Parse(source, "Net").GetHashCode());
        Assert.True(network.Spec!.FullUnroll && network.Spec.BFloat16Weights);
        foreach (string other in new[] { source.Replace("6, 5", "6, 3"), source.Replace("0.5", "0.25"), source.Replace("28, 28,", "28, 29,"), source.Replace("Full", "Auto"), source.Replace("BFloat16", "Float32"), source.Replace("0.1", "0.2"), source.Replace("Relu, ", "") })
        {
            Assert.NotEqual(network, Parse(other, "Net"));
        }
    }

    [Fact]
    public void OddCulture_ChangesNothing()
    {
        const string Attributes = "[Network(1, 6, 6)]\n[LeakyRelu(-0.5), Conv(16, 11)]";
        var before = NetworkSource.Analyze(Attributes);
        CultureInfo culture = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus";
        odd.NumberFormat.NumberDecimalSeparator = "~";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(before, NetworkSource.Analyze(Attributes));
            Assert.Equal("LeakyRelu(-0.5)", ParseLayer("LeakyRelu(-0.5)").Header.Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Stub_MakesTheMistakeTheOnlyError()
    {
        const string User = "public class User { public long Count = Net.ParameterCount + Net.Macs + Net.PredictBytes + Net.GradientBytes; public string Text = Net.Summary.ToString(); public Net N = new Net(new CnnCompiler.NetworkOptions()).Share(); }";
        var compilation = NetworkSource.Compile(NetworkSource.Class("[Network(1, 6, 6)]\n[Conv(16, 11)]"), User);
        Assert.Empty(NetworkSource.CompilerErrors(compilation));
        Assert.Contains("CNN101: Conv(16, 11) needs an input of at least 11x11", NetworkSource.Generate(compilation).Run.GeneratedTrees.Single().ToString());
    }

    // A project that writes a documentation file and has warnings as errors builds with a stub too.
    [Fact]
    public void Stub_IsDocumented()
    {
        var compilation = NetworkSource.Compile(NetworkSource.Class("[Network(1, 6, 6)]\n[Conv(16, 11)]"));
        SyntaxTree stub = NetworkSource.Generate(compilation).Run.GeneratedTrees.Single();
        SyntaxTree documented = CSharpSyntaxTree.ParseText(stub.ToString(), new CSharpParseOptions(documentationMode: DocumentationMode.Diagnose));
        Assert.Empty(compilation.AddSyntaxTrees(documented).GetDiagnostics().Where(found => found.Location.SourceTree == documented));
    }

    [Fact]
    public void Network_WrittenTwice_IsCompiledOnce()
    {
        var compilation = NetworkSource.Compile("using CnnCompiler;\n[Network(4), Dense(2)] public partial class Net;", "using CnnCompiler;\n[Network(4)] public partial class Net;");
        Assert.Empty(NetworkSource.Analyze(compilation));
        Assert.Equal("CS0579", Assert.Single(NetworkSource.CompilerErrors(compilation)).Id);
    }

    private static Layer ParseLayer(string attribute)
    {
        NetworkSpec spec = Parse("using CnnCompiler;\n[Network(4, 16, 16), " + attribute + "] public partial class Net { const int Width = 4; }", "Net").Spec!;
        return ((LayerStep)PathReader.Read(spec.Paths, [], CancellationToken.None)!.Steps[0]).Layer;
    }

    private static ParsedNetwork Parse(string source, string name)
    {
        INamedTypeSymbol symbol = NetworkSource.Compile(source).GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .First(type => type.GetAttributes().Length > 0);
        return NetworkParser.Parse(symbol, allowUnsafe: true, CancellationToken.None)!;
    }
}
