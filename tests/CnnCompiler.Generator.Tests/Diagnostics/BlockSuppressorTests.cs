using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class BlockSuppressorTests
{
    private const string Source = """
        using CnnCompiler;
        [Network(4, 8, 8), Use<Block>(2), Concat<Block.Branch, Identity>, Dense(2)] partial class Net { const int Unused = 1; }
        [Residual<Branch>] abstract class Block { [Parameter] const int N = 1; const int Other = 2; [Conv(4, 1)] public class Branch; class Nothing; }
        class Identity;
        class Ordinary;
        """;

    [Theory]
    [InlineData("CA1812", "Block", "Branch", "Identity")]
    [InlineData("CA1852", "Block", "Branch", "Identity")]
    [InlineData("CA1052", "Block", "Branch", "Identity")]
    [InlineData("CA1823", "N")]
    [InlineData("IDE0051", "N")]
    [InlineData("CA9999")]
    public async Task Rule_IsSilentOnPathsAndParametersOnly(string id, params string[] silent)
    {
        var everywhere = new ReportsEverything(id);
        ImmutableArray<Diagnostic> found = await NetworkSource.Compile(Source).WithAnalyzers([everywhere, new BlockSuppressor()], AnalyzerRun.Options)
            .GetAllDiagnosticsAsync(CancellationToken.None);
        IEnumerable<Diagnostic> reported = found.Where(one => one.Id == id);
        Assert.Equal(9, reported.Count());
        Assert.Equal(silent, reported.Where(one => one.IsSuppressed).OrderBy(one => one.Location.SourceSpan.Start).Select(one => one.At()));
    }

    /// <summary>Reports a rule on every class and field, where the real rules do: on the identifier.</summary>
#pragma warning disable RS1017, RS1036, RS1038, RS1041 // An analyzer of this test only.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ReportsEverything(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "Rule", "Rule", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(
                found => found.ReportDiagnostic(Diagnostic.Create(_rule, found.Node is ClassDeclarationSyntax type ? type.Identifier.GetLocation() : ((VariableDeclaratorSyntax)found.Node).Identifier.GetLocation())),
                SyntaxKind.ClassDeclaration, SyntaxKind.VariableDeclarator);
        }
    }
#pragma warning restore RS1017, RS1036, RS1038, RS1041
}
