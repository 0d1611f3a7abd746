using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

/// <summary>
/// A table of wrong classes, <c>Mistakes.txt</c>, with everything that a build prints for each: file, line, column, id, message, page. What the compiler itself
/// says of the user's file counts too, so a follow-up error would show.
/// </summary>
public sealed class MistakeTableTests
{
    // What no file on its own can do wrong: the project without unsafe code, layers of another version, a block of another assembly, failures; and sizes of memory and code, which change
    // with every better plan.
    private static readonly string[] _elsewhere = ["CNN007", "CNN015", "CNN017", "CNN023", "CNN189", "CNN303", "CNN304", "CNN306"];

    private static readonly Dictionary<string, (string Source, string[] Lines)> _table = Read();

    public static TheoryData<string> Names => [.. _table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_IsPrintedAsInTheTable(string name) => Assert.Equal(_table[name].Lines, Print(_table[name].Source));

    [Fact]
    public void Table_HasEveryErrorAndWarning()
    {
        Assert.True(_table.Count >= 60);
        IEnumerable<string> rules = CnnCompiler.Generator.Diagnostics.DiagnosticDescriptors.All
            .Where(rule => rule.DefaultSeverity >= DiagnosticSeverity.Warning).Select(rule => rule.Id).Except(_elsewhere);
        string all = string.Join("\n", _table.Values.SelectMany(mistake => mistake.Lines));
        Assert.All(rules, id => Assert.Contains(" " + id + ": ", all));
    }

    private static IEnumerable<string> Print(string source)
    {
        CSharpCompilation compilation = NetworkSource.Compile(source);
        Compilation generated = NetworkSource.Generate(compilation).Compilation;
        return AnalyzerRun.Of(new NetworkAnalyzer(), (CSharpCompilation)generated).Concat(AnalyzerRun.Of(new BudgetAnalyzer(), (CSharpCompilation)generated))
            .Concat(generated.GetSemanticModel(compilation.SyntaxTrees[0]).GetDiagnostics())
            .Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .OrderBy(found => found.Location.SourceSpan.Start)
            .Select(found => CSharpDiagnosticFormatter.Instance.Format(found));
    }

    // Sections "## name", the source, then what is printed, each line behind "> ".
    private static Dictionary<string, (string Source, string[] Lines)> Read()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lists", "Mistakes.txt"));
        return text.Split("## ", StringSplitOptions.RemoveEmptyEntries).Select(section => section.TrimEnd('\n').Split('\n')).ToDictionary(
            lines => lines[0],
            lines => (
                string.Join("\n", lines.Skip(1).Where(line => !line.StartsWith("> ", StringComparison.Ordinal))) + "\n",
                lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]).ToArray()));
    }
}
