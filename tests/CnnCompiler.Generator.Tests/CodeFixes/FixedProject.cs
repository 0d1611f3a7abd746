using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CnnCompiler.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CnnCompiler.Generator.Tests.CodeFixes;

/// <summary>A project of real documents in a workspace, as an editor has it, to which code fixes are applied.</summary>
internal sealed class FixedProject
{
    private static readonly RemedyFix[] _fixes = [.. typeof(RemedyFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(RemedyFix)) && !type.IsAbstract).Select(type => (RemedyFix)Activator.CreateInstance(type)!)];

    private readonly Project _project;

    private FixedProject(Project project) => _project = project;

    public static IReadOnlyList<RemedyFix> Fixes => _fixes;

    /// <summary>The text of the only file.</summary>
    public string Text => Texts.Single();

    public IEnumerable<string> Texts => _project.Documents.Select(document => document.GetTextAsync().GetAwaiter().GetResult().ToString());

    public static FixedProject Create(params string[] sources)
    {
        CSharpCompilation like = NetworkSource.Compile();
        Project project = new AdhocWorkspace().AddProject("Fixed", LanguageNames.CSharp)
            .WithCompilationOptions(like.Options).WithMetadataReferences(like.References);
        for (int i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument("File" + i + ".cs", sources[i], filePath: "File" + i + ".cs").Project;
        }

        return new FixedProject(project);
    }

    /// <summary>Titles of what the editor offers for a diagnostic, in the menu's order.</summary>
    public async Task<IReadOnlyList<string>> Offers(string id) => [.. (await Actions(await Only(id))).Select(found => found.Action.Title)];

    /// <summary>Applies a fix to the only diagnostic with this id, and checks that the diagnostic is gone and the result compiles.</summary>
    /// <param name="id">The diagnostic.</param>
    /// <param name="title">The fix in the editor's menu.</param>
    public async Task<FixedProject> Apply(string id, string title)
    {
        IReadOnlyList<(RemedyFix Fix, CodeAction Action)> actions = await Actions(await Only(id));
        CodeAction action = actions.FirstOrDefault(found => found.Action.Title == title).Action
            ?? throw new InvalidOperationException($"{id} has no fix \"{title}\"; it has {string.Join(", ", actions.Select(found => found.Action.Title))}.");
        FixedProject changed = await Changed(action);
        await changed.RequireClean(id);
        return changed;
    }

    /// <summary>Applies a fix to every diagnostic with this id.</summary>
    public async Task<FixedProject> ApplyToAll(string id, string kind, FixAllScope scope = FixAllScope.Document)
    {
        RemedyFix fix = _fixes.Single(candidate => candidate.FixableDiagnosticIds.Contains(id)
            && Diagnose().GetAwaiter().GetResult().Where(found => found.Id == id).SelectMany(OfferedRemedy.Of).Any(remedy => remedy.Kind == kind && candidate.Handles(remedy)));
        Document document = _project.Documents.First();
        var all = new FixAllContext(
            document, fix, scope, kind, [id], new Diagnostics(this), CancellationToken.None);
        FixedProject changed = await Changed((await fix.GetFixAllProvider().GetFixAsync(all))!);
        if (scope != FixAllScope.Document)
        {
            await changed.RequireClean(id);
        }

        return changed;
    }

    /// <summary>Everything that the analyzer reports.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnose() =>
        await (await _project.GetCompilationAsync())!.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

    private async Task RequireClean(string id)
    {
        Assert.DoesNotContain(await Diagnose(), found => found.Id == id);
        Assert.Empty(NetworkSource.SourceErrors((CSharpCompilation)(await _project.GetCompilationAsync())!));
    }

    private async Task<Diagnostic> Only(string id) => Assert.Single(await Diagnose(), found => found.Id == id);

    private async Task<IReadOnlyList<(RemedyFix Fix, CodeAction Action)>> Actions(Diagnostic diagnostic)
    {
        Document document = _project.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<(RemedyFix, CodeAction)>();
        foreach (RemedyFix fix in _fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add((fix, action)), CancellationToken.None));
        }

        return actions;
    }

    private async Task<FixedProject> Changed(CodeAction action)
    {
        ApplyChangesOperation operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return new FixedProject(operation.ChangedSolution.GetProject(_project.Id)!);
    }

    private sealed class Diagnostics(FixedProject project) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project _, CancellationToken cancellationToken) => await project.Diagnose();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await project.Diagnose()).Where(found => found.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project _, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
