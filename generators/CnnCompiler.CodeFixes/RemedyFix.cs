using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.CodeFixes;

/// <summary>
/// A code fix that writes what the analyzer has decided. Changes are changes of text, so that comments and layout around them stay as they are.
/// </summary>
public abstract class RemedyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => RemedyFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (OfferedRemedy remedy in OfferedRemedy.Of(diagnostic).Where(Handles))
            {
                Solution solution = context.Document.Project.Solution;
                if (await Change(solution, [remedy], context.CancellationToken).ConfigureAwait(false) is { } changed && changed != solution)
                {
                    context.RegisterCodeFix(CodeAction.Create(Title(remedy), _ => Task.FromResult(changed), remedy.Kind), diagnostic);
                }
            }
        }
    }

    /// <summary>Whether this fix writes such a repair.</summary>
    internal abstract bool Handles(OfferedRemedy remedy);

    /// <summary>What the editor's menu says.</summary>
    internal abstract string Title(OfferedRemedy remedy);

    /// <summary>Whether all edits of a repair go to the file of the first one, because the others only say where values come from.</summary>
    private protected virtual bool ChangesOneFile => false;

    /// <summary>The changes of one file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="targets">All places in it that a repair names.</param>
    internal abstract IEnumerable<TextChange> Changes(SourceText text, IReadOnlyList<RemedyTarget> targets);

    /// <summary>The solution with repairs made. One that would overlap an earlier one is left out.</summary>
    internal async Task<Solution> Change(Solution solution, IEnumerable<OfferedRemedy> remedies, CancellationToken cancellationToken)
    {
        IEnumerable<IGrouping<SyntaxTree?, (Location Location, RemedyEdit Edit)>> files = remedies
            .SelectMany(remedy => remedy.Edits.Select(edit => (Tree: (ChangesOneFile ? remedy.Edits[0] : edit).Location.SourceTree, Edit: edit)))
            .GroupBy(found => found.Tree, found => found.Edit);
        foreach (IGrouping<SyntaxTree?, (Location Location, RemedyEdit Edit)> file in files.ToList())
        {
            if (file.Key is null || solution.GetDocumentId(file.Key) is not { } id || solution.GetDocument(id) is not { } document)
            {
                continue;
            }

            SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var targets = new List<RemedyTarget>();
            foreach ((Location location, RemedyEdit edit) in file)
            {
                SyntaxNode root = await location.SourceTree!.GetRootAsync(cancellationToken).ConfigureAwait(false);
                targets.Add(new RemedyTarget(root.FindNode(location.SourceSpan), edit));
            }

            solution = solution.WithDocumentText(id, text.WithChanges(Apart(Changes(text, targets))));
        }

        return solution;
    }

    private static IEnumerable<TextChange> Apart(IEnumerable<TextChange> changes)
    {
        var kept = new List<TextChange>();
        foreach (TextChange change in changes.Distinct().OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End))
        {
            if (kept.Count == 0 || kept[kept.Count - 1].Span.End <= change.Span.Start)
            {
                kept.Add(change);
            }
        }

        return kept;
    }
}
