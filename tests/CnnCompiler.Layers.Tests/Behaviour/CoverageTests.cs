using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>No layer without a network that compares it with its reference.</summary>
public sealed class CoverageTests
{
    /// <summary>The names of all layer attributes; <c>Use</c> is expanded before anything is compiled.</summary>
    public static TheoryData<string> Layers => [.. typeof(LayerAttribute).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract).Select(type => type.Name.Split('`')[0][..^"Attribute".Length])
        .Where(name => name != "Use").Distinct()];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_IsComparedWithItsReference(string layer) =>
        Assert.Contains(Sources(), source => Regex.IsMatch(source, $@"^\[{layer}[\](<]", RegexOptions.Multiline));

    private static IEnumerable<string> Sources() => typeof(PoolCases).Assembly.GetTypes()
        .Where(type => typeof(ILayerCases).IsAssignableFrom(type) && !type.IsAbstract)
        .SelectMany(type => (IEnumerable<LayerCase>)type.GetProperty(nameof(ILayerCases.Cases))!.GetValue(null)!)
        .Select(layerCase => layerCase.Network.Source);
}
