using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion.Steps;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Expansion;

/// <summary>Reads the attributes of paths with the parameters of used blocks replaced, and reports what is wrong with them.</summary>
internal sealed class PathReader
{
    // Blocks that use each other often could outgrow any memory.
    private const int MostSteps = 10_000;

    private readonly IReadOnlyList<PathSpec> _paths;
    private readonly List<DiagnosticInfo> _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly List<int> _open = [];
    private int _steps;

    private PathReader(IReadOnlyList<PathSpec> paths, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken) =>
        (_paths, _diagnostics, _cancellationToken) = (paths, diagnostics, cancellationToken);

    /// <summary>The network's own path with everything that it uses; null after reporting errors.</summary>
    public static PathTree? Read(IReadOnlyList<PathSpec> paths, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var found = new List<DiagnosticInfo>();
        PathTree tree = new PathReader(paths, found, cancellationToken).ReadPath(0, ReadScope.Network);
        diagnostics.AddRange(DiagnosticInfo.OncePerPlace(found));
        return found.Any(diagnostic => diagnostic.IsError) ? null : tree;
    }

    /// <summary>The path behind a type argument of an attribute; null after reporting why it cannot be read.</summary>
    /// <param name="reader">The attribute.</param>
    /// <param name="scope">Where the attribute stands.</param>
    /// <param name="position">Which type argument.</param>
    public PathTree? Branch(AttributeReader reader, ReadScope scope, int position)
    {
        int path = reader.Paths[position];
        if (IsCycle(reader, path))
        {
            return null;
        }

        // Branches in a referenced assembly have no source to point at: their attribute here stands for them.
        PathSpec spec = _paths[path];
        UseChain? chain = scope.Origin.Chain ?? (spec.IsSource ? null : new UseChain(scope.Origin.Path, reader.Index, reader.Text));
        return Enter(reader, scope, spec, []) is { } parameters
            ? ReadPath(path, new ReadScope(parameters, new LayerOrigin(path, spec.Name, chain), Freezes(reader, scope)))
            : null;
    }

    /// <summary>The block of a <c>Use</c>, with its arguments; null after reporting why it cannot be read.</summary>
    public PathTree? Block(AttributeReader reader, ReadScope scope)
    {
        int path = reader.Paths[0];
        PathSpec spec = _paths[path];
        if (IsCycle(reader, path) || Arguments(reader, spec) is not { } arguments)
        {
            return null;
        }

        UseChain? outer = scope.Origin.Chain;
        UseChain chain = outer is null ? new UseChain(scope.Origin.Path, reader.Index, reader.Text) : outer with { Text = outer.Text + " > " + reader.Text };
        return Enter(reader, scope, spec, arguments) is { } parameters
            ? ReadPath(path, new ReadScope(parameters, new LayerOrigin(path, spec.Name, chain), Freezes(reader, scope)))
            : null;
    }

    private static ParameterScope? Enter(AttributeReader reader, ReadScope scope, PathSpec path, IReadOnlyList<ConstantValue> arguments)
    {
        try
        {
            return scope.Parameters.Enter(path, arguments);
        }
        catch (Exception error) when (error is ArithmeticException or NotSupportedException)
        {
            reader.Report(DiagnosticDescriptors.ArgumentHasNoValue, null, reader.Text, "the default of a parameter of " + path.Name, "has no value with these arguments, " + error.Message);
            return null;
        }
    }

    private static bool Freezes(AttributeReader reader, ReadScope scope) => scope.Frozen || reader.Bool("Frozen", false);

    private static IReadOnlyList<ConstantValue>? Arguments(AttributeReader reader, PathSpec block)
    {
        IReadOnlyList<ConstantValue> given = reader.Values("arguments");
        if (given.Count > 0 && !block.IsSource)
        {
            reader.Report(DiagnosticDescriptors.BlockIsNotSource, "arguments", reader.Text, block.Name);
            return null;
        }

        if (given.Count > block.Parameters.Count)
        {
            string parameters = block.Parameters.Count == 0 ? "no parameters" : block.Parameters.Count == 1 ? "1 parameter" : block.Parameters.Count + " parameters";
            string list = block.Parameters.Count == 0 ? "" : " (" + string.Join(", ", block.Parameters.Select(parameter => parameter.Name)) + ")";
            reader.Report(DiagnosticDescriptors.TooManyArguments, "#" + block.Parameters.Count, reader.Text, given.Count == 1 ? "1 argument" : given.Count + " arguments", block.Name, parameters + list);
            return null;
        }

        var values = new List<ConstantValue>();
        for (int i = 0; i < given.Count; i++)
        {
            BlockParameter parameter = block.Parameters[i];
            if (parameter.Type.Accept(given[i]) is not { } value)
            {
                reader.Report(
                    DiagnosticDescriptors.WrongArgumentType, "#" + i, reader.Text, i + 1, AttributeText.Value(given[i]), given[i].TypeName, parameter.Name, parameter.Type.Name);
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    private PathTree ReadPath(int path, ReadScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        PathSpec spec = _paths[path];
        _open.Add(path);
        if (spec.Loss is { } loss)
        {
            _diagnostics.Add(scope.Origin.Report(DiagnosticDescriptors.LossOnPath, DiagnosticInfo.OnLoss(0), loss, null, [loss, spec.Name]));
        }

        var steps = new List<PathStep>();
        for (int i = 0; i < spec.Layers.Count && _steps <= MostSteps; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var reader = new AttributeReader(spec.Layers[i], i, scope, _diagnostics);
            if (!reader.IsBroken && ReadStep(reader, scope, spec.Layers[i].AttributeName) is { } step)
            {
                steps.Add(step);
                if (++_steps == MostSteps)
                {
                    reader.Report(DiagnosticDescriptors.TooManyLayers, null, reader.Text, MostSteps);
                }
            }
        }

        _open.RemoveAt(_open.Count - 1);
        return new PathTree(path, spec.Name, steps);
    }

    private PathStep? ReadStep(AttributeReader reader, ReadScope scope, string attributeName)
    {
        if (LayerCatalog.Find(attributeName) is { } layer)
        {
            return new LayerStep(layer.Parse(reader));
        }

        if (StepCatalog.Find(attributeName) is not { } kind)
        {
            reader.Report(DiagnosticDescriptors.UnknownLayer, null, attributeName);
            return null;
        }

        if (new[] { "Init", "InitScale", "BiasInit" }.FirstOrDefault(reader.IsWritten) is { } option)
        {
            reader.Report(DiagnosticDescriptors.OptionConflict, option, reader.Text, "first values belong to layers", option, "written", "Write it on the layers inside");
        }

        return kind.Parse(new StepSource(this, reader, scope));
    }

    private bool IsCycle(AttributeReader reader, int path)
    {
        int first = _open.IndexOf(path);
        if (first < 0)
        {
            return false;
        }

        string cycle = string.Join(" > ", _open.Skip(first).Append(path).Select(open => _paths[open].Name));
        reader.Report(DiagnosticDescriptors.PathUsesItself, null, reader.Text, _paths[path].Name, cycle);
        return true;
    }
}
