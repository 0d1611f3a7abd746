using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Repairs all mistakes of a kind at once. The changes are gathered first: a block can be wrong in several networks, and its repair can be in another file.</summary>
internal sealed class RemedyFixAll : FixAllProvider
{
    public static readonly RemedyFixAll Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var diagnostics = new List<Diagnostic>();
        switch (fixAllContext.Scope)
        {
            case FixAllScope.Document when fixAllContext.Document is { } document:
                diagnostics.AddRange(await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                diagnostics.AddRange(await fixAllContext.GetAllDiagnosticsAsync(fixAllContext.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (Project project in fixAllContext.Solution.Projects)
                {
                    diagnostics.AddRange(await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
            default:
                return null;
        }

        var fix = (RemedyFix)fixAllContext.CodeFixProvider;
        string? kind = fixAllContext.CodeActionEquivalenceKey;
        ImmutableArray<OfferedRemedy> remedies = [.. diagnostics.SelectMany(OfferedRemedy.Of).Where(remedy => remedy.Kind == kind && fix.Handles(remedy))];
        if (remedies.IsEmpty)
        {
            return null;
        }

        return CodeAction.Create(
            fix.Title(remedies[0]), cancellationToken => fix.Change(fixAllContext.Solution, remedies, cancellationToken), kind);
    }
}
