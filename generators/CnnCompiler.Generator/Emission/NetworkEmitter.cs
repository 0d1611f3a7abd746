using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission;

/// <summary>A generated file.</summary>
internal sealed record SourceFile(string HintName, string Text);

/// <summary>What a network compiles to: the files of its class, and the kernels that it calls (which other networks may call too).</summary>
internal sealed record CompiledNetwork(EquatableArray<SourceFile> Files, EquatableArray<Code> Kernels)
{
    /// <summary>Where there is only a stub because of a mistake in the generator: which one.</summary>
    public string? Failure { get; init; }

    public static CompiledNetwork Stub(NetworkDeclaration declaration, string error) =>
        new(new EquatableArray<SourceFile>([new SourceFile(declaration.FileName + ".g.cs", StubEmitter.Emit(declaration, error))]), default);
}

/// <summary>Writes the class of a network: its interface, its definition, and one file for each pass.</summary>
internal sealed class NetworkEmitter
{
    private readonly NetworkDeclaration _declaration;
    private readonly NetworkPlan _plan;
    private readonly IReadOnlyList<VectorIsa> _isas;

    private NetworkEmitter(NetworkDeclaration declaration, NetworkPlan plan, IReadOnlyList<VectorIsa> isas) =>
        (_declaration, _plan, _isas) = (declaration, plan, isas);

    public static CompiledNetwork Emit(NetworkDeclaration declaration, TypedGraph graph, IReadOnlyList<VectorIsa> isas)
    {
        var plan = new NetworkPlan(declaration.Name, graph);
        var emitter = new NetworkEmitter(declaration, plan, isas);
        (string Title, PassPlan? Plan)[] passes =
        [
            ("Prepare", plan.Predict.Preparation), ("Predict", plan.Predict), ("PrepareGradient", plan.Gradient.Preparation), ("Gradient", plan.Gradient),
        ];
        List<Kernel> kernels = passes.SelectMany(pass => pass.Plan?.Steps ?? []).Select(step => step.Kernel).Distinct().ToList();
        Dictionary<Kernel, KernelCall> calls = kernels.ToDictionary(kernel => kernel, kernel => kernel.Compile(isas));
        string file = declaration.FileName;
        return new CompiledNetwork(
            new EquatableArray<SourceFile>(
            [
                new SourceFile(file + ".g.cs", emitter.Interface()),
                new SourceFile(file + ".Definition.g.cs", emitter.Definition()),
                .. from pass in passes
                   where pass.Plan is not null
                   select new SourceFile(
                       $"{file}.{pass.Title}.g.cs", emitter.Part(writer => PassEmitter.Emit(writer, pass.Title + "Pass", pass.Plan!, calls), usings: PassEmitter.Usings)),
            ]),
            new EquatableArray<Code>(kernels.Select(kernel => calls[kernel].Code).Distinct<Code>()));
    }

    private string Interface()
    {
        TypedGraph graph = _plan.Graph;
        var remarks = string.Join("\n", SummaryTable.Lines(_plan).Select(line => ("/// " + KernelEmitter.Escape(line)).TrimEnd()));
        string name = _declaration.Name;
        string attributes =
            $"/// <summary>{name.TrimStart('@')}: {graph.Graph.Input} to {graph.Output}, {_plan.ParameterCount} parameters, {_plan.Macs} multiply-accumulates.</summary>\n"
            + "/// <remarks><code>\n" + remarks + "\n/// </code></remarks>\n"
            + "[global::System.CodeDom.Compiler.GeneratedCode(\"CnnCompiler\", \"0.1.0\")]";
        return Part(
            writer =>
            {
                writer.Line($$"""
                    /// <summary>Trainable and frozen parameters.</summary>
                    public const long ParameterCount = {{_plan.ParameterCount}};

                    /// <summary>Multiply-accumulates of the prediction of one sample.</summary>
                    public const long Macs = {{_plan.Macs}};

                    /// <summary>Bytes of native memory of an instance with <c>MaxBatch = 1</c>: packed parameters, what prediction derives from them, activations, scratch.</summary>
                    public const long PredictBytes = {{_plan.PredictBytes}};

                    /// <summary><see cref="PredictBytes"/> plus gradients and what training keeps.</summary>
                    public const long GradientBytes = {{_plan.GradientBytes}};

                    /// <summary>Creates the network with initial parameters that depend on the seed alone.</summary>
                    /// <param name="options">Threads, seed, batch, instruction set; all optional.</param>
                    public {{name}}(global::CnnCompiler.NetworkOptions? options = null)
                        : base(CompiledDefinition, options)
                    {
                    }

                    private {{name}}({{name}} other)
                        : base(other)
                    {
                    }

                    /// <summary>The layers, how they are connected, and what they cost.</summary>
                    public static global::CnnCompiler.NetworkSummary Summary => CompiledDefinition.Summary;

                    /// <summary>Another instance over the same weights, with its own scratch memory: one for each thread that predicts.</summary>
                    /// <returns>The instance; dispose it too.</returns>
                    public override {{name}} Share() => new {{name}}(this);
                    """);
            },
            attributes,
            " : global::CnnCompiler.Network");
    }

    private string Definition() => Part(writer => DefinitionEmitter.Emit(writer, _declaration, _plan, _isas));

    // A part of the class, inside its namespace and containing types.
    private string Part(System.Action<CodeWriter> members, string attributes = "", string bases = "", string usings = "")
    {
        var writer = new CodeWriter();
        var scopes = new Stack<CodeWriter.Scope>();
        writer.Line(KernelEmitter.FileHeader + usings);
        if (_declaration.Namespace.Length > 0)
        {
            scopes.Push(writer.Block("namespace " + _declaration.Namespace));
        }

        foreach (ContainingType type in _declaration.ContainingTypes)
        {
            scopes.Push(writer.Block(type.Declaration));
        }

        if (attributes.Length > 0)
        {
            writer.Line(attributes);
        }

        scopes.Push(writer.Block($"{_declaration.Accessibility} partial class {_declaration.Name}{bases}"));
        members(writer);
        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }

        return writer.ToString();
    }
}
