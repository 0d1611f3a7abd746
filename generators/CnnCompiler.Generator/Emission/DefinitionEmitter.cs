using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission;

/// <summary>Writes what the runtime has to know of a network: shapes, parameters with their layouts, sizes of memory, the summary.</summary>
internal static class DefinitionEmitter
{
    private const string Runtime = "global::CnnCompiler.Runtime.";

    public static void Emit(CodeWriter writer, NetworkDeclaration declaration, NetworkPlan plan, IReadOnlyList<VectorIsa> isas)
    {
        writer.Line($"private static readonly {Runtime}NetworkDefinition CompiledDefinition = new()");
        writer.Line("{");
        writer.Line($"    Name = \"{declaration.Name.TrimStart('@')}\",");
        writer.Line($"    InputShape = {List(plan.Graph.Graph.Input.Dimensions())},");
        writer.Line($"    OutputShape = {List(plan.Graph.Output.Dimensions())},");
        writer.Line($"    Targets = {Runtime}TargetKind.{(plan.Graph.Graph.Loss.TakesLabels ? "Labels" : "Values")},");
        writer.Line($"    Isas = new global::CnnCompiler.Isa[] {{ {string.Join(", ", isas.Select(isa => "global::CnnCompiler.Isa." + isa.Name))} }},");
        writer.Line($"    ParameterFloats = {plan.Parameters.ParameterFloats},");
        writer.Line($"    TrainableFloats = {plan.Parameters.TrainableFloats},");
        writer.Line($"    BufferFloats = {plan.Parameters.BufferFloats},");
        writer.Line($"    PredictChunk = {plan.PredictChunk},");
        writer.Line($"    PredictValueFloats = {plan.Predict.ValueFloats},");
        writer.Line($"    PredictScratchFloats = {plan.Predict.ScratchFloats},");
        writer.Line($"    GradientValueFloats = {plan.Gradient.ValueFloats},");
        writer.Line($"    GradientScratchFloats = {plan.Gradient.ScratchFloats},");
        EmitParameters(writer, "Parameters", plan.Parameters.All.Where(p => !p.Spec.IsBuffer));
        EmitParameters(writer, "Buffers", plan.Parameters.All.Where(p => p.Spec.IsBuffer));
        writer.Line("    Summary = CompiledSummary(),");
        writer.Line("};");
        writer.Line();
        SummaryEmitter.Emit(writer, plan);
    }

    private static void EmitParameters(CodeWriter writer, string property, IEnumerable<PlannedParameter> parameters)
    {
        writer.Line($"    {property} =\n    [");
        foreach (PlannedParameter p in parameters)
        {
            string axes = string.Join(", ", p.Packed.Axes.Select(a => $"new({List(a.Coefficients)}, {a.Block}, {a.Major}, {a.Minor})"));
            string scale = p.Spec.Initializer.Scale.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            string groups = p.Spec.Initializer.Groups == 1 ? "" : $", Groups: {p.Spec.Initializer.Groups}";
            string connected = p.Packed.Connected.Count == 0 ? "" : $" {{ Connected = {List(p.Packed.Connected)} }}";
            writer.Line($"        new({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(p.FullName, quote: true)}, {List(p.Spec.Shape)}, {p.Tensor.Offset}, {p.Packed.Floats}, "
                + $"new({List(p.Packed.Dimensions)}, [{axes}]){connected}, new({Runtime}InitializerKind.{p.Spec.Initializer.Kind}, {scale}d{groups}), {(p.Gradient is null ? "false" : "true")}),");
        }

        writer.Line("    ],");
    }

    private static string List<T>(IEnumerable<T> values) => "[" + string.Join(", ", values) + "]";
}
