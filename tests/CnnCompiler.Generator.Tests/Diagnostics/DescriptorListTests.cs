using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

/// <summary>Four lists, one truth: descriptors, the two release files, and the sections of the page.</summary>
public sealed class DescriptorListTests
{
    private static readonly string _lists = Path.Combine(AppContext.BaseDirectory, "Lists");

    [Fact]
    public void ReleaseFiles_ListEveryDescriptor()
    {
        string text = File.ReadAllText(Path.Combine(_lists, "AnalyzerReleases.Shipped.md")) + File.ReadAllText(Path.Combine(_lists, "AnalyzerReleases.Unshipped.md"));
        IEnumerable<string> rows = Regex.Matches(text, @"^(CNN\d{3}) \| (\w+) \| (\w+) \| (.+)$", RegexOptions.Multiline)
            .Select(row => row.Groups[1].Value + " " + row.Groups[2].Value + " " + row.Groups[3].Value + " " + row.Groups[4].Value.Trim());
        Assert.Equal(DescriptorRows(), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Page_HasASectionForEveryDescriptor()
    {
        string[] page = File.ReadAllLines(Path.Combine(_lists, "README.md"));
        string[] sections = [.. page.Where(line => line.StartsWith("## CNN", StringComparison.Ordinal)).Select(line => line[3..])];
        Assert.Equal(DiagnosticDescriptors.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), sections);
    }

    // The help link of a rule ends with its id, which is the anchor of the heading.
    [Fact]
    public void Page_SaysCauseFixSuppressionAndAnExampleOfEveryDescriptor()
    {
        string[] sections = File.ReadAllText(Path.Combine(_lists, "README.md")).Split("\n## ")[1..];
        Assert.All(sections, section =>
        {
            DiagnosticDescriptor rule = DiagnosticDescriptors.All.Single(one => section.StartsWith(one.Id + "\n", StringComparison.Ordinal));
            string severity = rule.DefaultSeverity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" };
            Assert.Contains("\n\n" + rule.Title + " (" + severity, section);
            Assert.Contains("\n- **Cause:** ", section);
            Assert.Contains("\n- **Fix:** ", section);
            Assert.Matches("\n- .*([Ss]uppress|severity)", section);
            Assert.True(rule.Id == "CNN189" || section.Contains("\n```", StringComparison.Ordinal), rule.Id);
            Assert.StartsWith("generators/CnnCompiler.Generator/Diagnostics/README.md#", rule.HelpLinkUri);
        });
    }

    [Fact]
    public void EveryDescriptor_IsInTheListAndHasAnIdOfItsOwn()
    {
        DiagnosticDescriptor[] fields = [.. typeof(DiagnosticDescriptors).GetFields()
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];
        Assert.Equal(fields.Select(rule => rule.Id).Order(StringComparer.Ordinal), DiagnosticDescriptors.All.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal(fields.Length, fields.Select(rule => rule.Id).Distinct().Count());
        Assert.All(fields, rule => Assert.EndsWith("#" + rule.Id.ToLowerInvariant(), rule.HelpLinkUri));
    }

    private static IEnumerable<string> DescriptorRows() => DiagnosticDescriptors.All
        .Select(rule => rule.Id + " " + rule.Category + " " + (rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled") + " " + rule.Title)
        .Order(StringComparer.Ordinal);
}
