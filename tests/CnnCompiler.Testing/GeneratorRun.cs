using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.Testing;

/// <summary>What generator, analyzer and compiler made of a source.</summary>
/// <param name="Image">The assembly, where the compiler could write it.</param>
/// <param name="GeneratedTrees">The generated files.</param>
/// <param name="Errors">Errors, and warnings in generated files; those of the analyzer first.</param>
public sealed record GeneratorRun(byte[]? Image, IReadOnlyList<SyntaxTree> GeneratedTrees, IReadOnlyList<Diagnostic> Errors)
{
    private const int ShownErrors = 8, Context = 4;

    /// <summary>The errors, each with the lines around it.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Errors.Count} error(s) while compiling networks");
        foreach (Diagnostic error in Errors.Take(ShownErrors))
        {
            FileLinePositionSpan span = error.Location.GetLineSpan();
            text.Append(CultureInfo.InvariantCulture, $"\n{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
            if (error.Location.SourceTree is not { } tree)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"\n  {tree.FilePath}:");
            TextLineCollection lines = tree.GetText().Lines;
            int at = span.StartLinePosition.Line;
            foreach (TextLine line in lines.Where(line => line.LineNumber >= at - Context && line.LineNumber <= at + Context))
                text.Append(CultureInfo.InvariantCulture, $"\n  {(line.LineNumber == at ? '>' : ' ')}{line.LineNumber + 1,6}  {line}");
        }

        return text.ToString();
    }
}
