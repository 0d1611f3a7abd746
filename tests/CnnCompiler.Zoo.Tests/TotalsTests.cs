using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace CnnCompiler.Zoo.Tests;

/// <summary>Every network adds up to what its paper says, and the catalog has every network.</summary>
public sealed class TotalsTests
{
    [Theory]
    [MemberData(nameof(ZooTotals.Rows), MemberType = typeof(ZooTotals))]
    public void Totals_AreThoseOfThePaper(string name, string input, long parameters, long macs)
    {
        ZooNetwork network = Assert.IsType<ZooNetwork>(ZooCatalog.Find(name.ToUpperInvariant()));
        Assert.Equal((name, input, parameters, macs), (network.Name, network.Input.ToString(), network.Parameters, network.Macs));
        Assert.Equal(name, network.Summary.Network);
    }

    [Fact]
    public void Catalog_HasEveryNetworkOnce()
    {
        IEnumerable<string> classes = typeof(ZooCatalog).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Network))).Select(type => type.Name);
        Assert.Equal(classes.Order(StringComparer.Ordinal), ZooCatalog.All.Select(network => network.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ZooTotals.Rows.Count, ZooCatalog.All.Count);
    }

    [Fact]
    public void Find_OfAnUnknownName_IsNull() => Assert.Null(ZooCatalog.Find("ResNet51"));

    [Fact]
    public void Totals_AreThoseOfTheList_WhereItIsPresent()
    {
        if (ListFile() is not { } path)
            return;
        using JsonDocument list = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement row in list.RootElement.EnumerateArray())
        {
            ZooNetwork network = Assert.IsType<ZooNetwork>(ZooCatalog.Find(row.GetProperty("name").GetString()!));
            Assert.Equal(row.GetProperty("parameters").GetInt64(), network.Parameters);
            if (row.TryGetProperty("macs", out JsonElement macs))
                Assert.Equal(macs.GetInt64(), network.Macs);
            if (row.TryGetProperty("input", out JsonElement input))
                Assert.Equal(input.EnumerateArray().Select(size => size.GetInt32()), network.Input);
        }
    }

    // The list lies beside the repository where outside suites run.
    private static string? ListFile()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "CnnCompiler.sln")))
            root = Path.GetDirectoryName(root);
        string? path = root is null ? null : Path.Combine(root, "..", "shared", "zoo.json");
        return File.Exists(path) ? path : null;
    }
}
