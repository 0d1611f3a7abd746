using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace CnnCompiler.Generator.Tests.Generation;

/// <summary>The same sources give the same files, byte for byte.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] _sources =
    [
        "using CnnCompiler;\nnamespace A { [Network(1, 8, 8)]\n[Conv(4, 3, Init = Init.Normal, InitScale = 0.5), LeakyRelu(-0.25), Use<B.Block>(3), Dense(2)]\npublic partial class First; }",
        "using CnnCompiler;\nnamespace A { [Network(1, 8, 8)]\n[Conv(4, 3), BatchNorm(Epsilon = 1e-3), Dense(2)]\npublic partial class Second;\n[Network(5), Dense(2)] public partial class Third; }",
        "using CnnCompiler;\nnamespace B { [Conv(N, 3), Relu] public abstract class Block { [Parameter] const int N = 1; } }",
    ];

    [Fact]
    public void Files_InAnyOrder_GiveTheSameFiles()
    {
        Dictionary<string, string> expected = Generate(_sources);
        Assert.True(expected.Count > 12);
        Assert.Equal(expected, Generate([.. _sources.Reverse()]));
        Assert.Equal(expected, Generate([_sources[1], _sources[2], _sources[0]]));
    }

    [Fact]
    public void AnyCulture_GivesTheSameFiles()
    {
        Dictionary<string, string> expected = Generate(_sources);
        CultureInfo culture = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus";
        odd.NumberFormat.NumberDecimalSeparator = "~";
        odd.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = odd;
            Assert.Equal(expected, Generate(_sources));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        }
    }

    // Two runs of a driver without any cache between them.
    [Fact]
    public void SecondRun_GivesTheSameFiles() => Assert.Equal(Generate(_sources), Generate(_sources));

    [Fact]
    public void Files_EndLinesAlike() => Assert.All(Generate(_sources).Values, text => Assert.DoesNotContain('\r', text));

    private static Dictionary<string, string> Generate(string[] sources) => NetworkSource.Generate(NetworkSource.Compile(sources)).Run.Results.Single()
        .GeneratedSources.OrderBy(file => file.HintName, System.StringComparer.Ordinal).ToDictionary(file => file.HintName, file => file.SourceText.ToString());
}
