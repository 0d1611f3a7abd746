using System;
using System.IO;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;
using Xunit;

namespace CnnCompiler.Generator.Tests.Parsing;

public sealed class LayerCatalogTests
{
    [Fact]
    public void Catalog_AndAttributesOfTheRuntime_AreTheSameList() => Assert.Equal(
        typeof(LayerAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract).Select(type => type.FullName).Order(StringComparer.Ordinal),
        LayerCatalog.All.Select(kind => kind.AttributeName).Concat(StepCatalog.All.Select(kind => kind.AttributeName)).Order(StringComparer.Ordinal));

    [Fact]
    public void AttributesThatBuildTheGraph_AreOnThePage()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lists", "Expansion.md"));
        Assert.All(StepCatalog.All, kind => Assert.Contains("`" + kind.Name, page));
    }

    [Fact]
    public void EveryLayer_HasItsRecordAndItsPage() => Assert.All(LayerCatalog.All, kind =>
    {
        Assert.NotNull(typeof(Layer).Assembly.GetType("CnnCompiler.Generator.Layers." + kind.Name + "." + kind.Name + "Layer"));
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", kind.Name + ".md"));
        Assert.StartsWith("# " + kind.Name + "\n", page);
        Assert.Contains("**Parameters:**", page);
        Assert.Contains("**Limits:**", page);
    });

    // The example of a page is a network without errors.
    [Fact]
    public void EveryPage_HasAnExampleThatCompiles() => Assert.All(LayerCatalog.All, kind =>
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", kind.Name + ".md"));
        string example = page.Split("```csharp\n")[1].Split("```")[0];
        Assert.DoesNotContain(NetworkSource.Analyze(example), found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.Contains(kind.Name, example);
    });
}
