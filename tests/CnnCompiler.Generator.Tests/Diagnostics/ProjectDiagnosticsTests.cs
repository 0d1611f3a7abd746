using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

/// <summary>What concerns the project and no attribute: properties of MSBuild.</summary>
public sealed class ProjectDiagnosticsTests
{
    [Theory]
    [InlineData("Portable;Avx2")]
    [InlineData("avx512, PORTABLE")]
    [InlineData("")]
    [InlineData("Avx3", "Avx3")]
    [InlineData("Portable;Sse Avx2,Neon", "Sse", "Neon")]
    public async Task Isas_ThatDoNotExist_AreErrors(string property, params string[] unknown)
    {
        var options = new AnalyzerOptions([], new PropertyProvider(property));
        ImmutableArray<Diagnostic> found = await NetworkSource.Compile(NetworkSource.Class("[Network(4), Dense(2)]"))
            .WithAnalyzers([new NetworkAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        IEnumerable<string> expected = unknown.Select(name =>
            $"CNN017 The property CnnCompilerIsas names '{name}', expected names out of Portable, Avx2, Avx512. Correct the name, or leave the property out to compile for all of them.");
        Assert.Equal(expected, found.Select(d => d.Id + " " + d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
