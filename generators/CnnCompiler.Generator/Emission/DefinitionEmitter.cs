using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission;

/// <summary>Writes what the runtime has to know of a network: shapes, parameters with their layouts, sizes of memory, the table of layers.</summary>
internal static class DefinitionEmitter
{
    private const string Runtime = "global::CnnCompiler.Runtime.";

    public static void Emit(CodeWriter writer, NetworkDeclaration declaration, NetworkPlan plan, IReadOnlyList<VectorIsa> isas)
    {
        writer.Line($"private static readonly {Runtime}NetworkDefinition CompiledDefinition = new()");
        writer.Line("{");
        writer.Line($"    Name = \"{declaration.Name.TrimStart('@')}\",");
        writer.Line($"    InputShape = {Array(plan.Graph.Graph.Input.Dimensions())},");
        writer.Line($"    OutputShape = {Array(plan.Graph.Output.Dimensions())},");
        writer.Line($"    Targets = {Runtime}TargetKind.{(plan.Graph.Graph.Loss.TakesLabels ? "Labels" : "Values")},");
        writer.Line($"    Isas = new global::CnnCompiler.Isa[] {{ {string.Join(", ", isas.Select(isa => "global::CnnCompiler.Isa." + isa.Name))} }},");
        writer.Line($"    ParameterFloats = {plan.Parameters.ParameterFloats},");
        writer.Line($"    TrainableFloats = {plan.Parameters.TrainableFloats},");
        writer.Line($"    BufferFloats = {plan.Parameters.BufferFloats},");
        writer.Line($"    PreparedFloats = {plan.Predict.PreparedFloats},");
        writer.Line($"    PredictChunk = {plan.PredictChunk},");
        writer.Line($"    PredictValueFloats = {plan.Predict.ValueFloats},");
        writer.Line($"    PredictScratchFloats = {plan.Predict.ScratchFloats},");
        writer.Line($"    PredictWorkspaceFloats = {plan.Predict.WorkspaceFloats},");
        writer.Line($"    GradientValueFloats = {plan.Gradient.ValueFloats},");
        writer.Line($"    GradientScratchFloats = {plan.Gradient.ScratchFloats},");
        writer.Line($"    GradientWorkspaceFloats = {plan.Gradient.WorkspaceFloats},");
        EmitParameters(writer, "Parameters", plan.Parameters.All.Where(p => !p.Spec.IsBuffer));
        EmitParameters(writer, "Buffers", plan.Parameters.All.Where(p => p.Spec.IsBuffer));
        writer.Line($"    Summary = new global::CnnCompiler.NetworkSummary(\"{declaration.Name.TrimStart('@')}\", \"{plan.Graph.Graph.Input}\", new global::CnnCompiler.LayerSummary[]");
        writer.Line("    {");
        foreach (SummaryRow row in plan.Summary)
        {
            writer.Line($"        new({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(row.Layer, quote: true)}, \"{row.Output}\", {row.Parameters}, {row.Macs}, {row.Field}),");
        }

        writer.Line($"    }}, {plan.PredictBytes}, {plan.GradientBytes}),");
        writer.Line("};");
    }

    private static void EmitParameters(CodeWriter writer, string property, IEnumerable<PlannedParameter> parameters)
    {
        writer.Line($"    {property} = new {Runtime}ParameterDefinition[]");
        writer.Line("    {");
        foreach (PlannedParameter p in parameters)
        {
            string axes = string.Join(", ", p.Packed.Axes.Select(a => $"new {Runtime}PackedAxis({Array(a.Coefficients)}, {a.Block}, {a.Major}, {a.Minor})"));
            string scale = p.Spec.Initializer.Scale.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            writer.Line($"        new({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(p.FullName, quote: true)}, {Array(p.Spec.Shape)}, {p.Tensor.Offset}, {p.Packed.Floats},");
            string connected = p.Packed.Connected.Count == 0 ? "" : $" {{ Connected = new byte[] {{ {string.Join(", ", p.Packed.Connected)} }} }}";
            writer.Line($"            new {Runtime}PackedLayout({Array(p.Packed.Dimensions)}, new {Runtime}PackedAxis[] {{ {axes} }}){connected},");
            writer.Line($"            new {Runtime}Initializer({Runtime}InitializerKind.{p.Spec.Initializer.Kind}, {scale}d), {(p.Gradient is null ? "false" : "true")}),");
        }

        writer.Line("    },");
    }

    private static string Array(IEnumerable<int> values) => "new int[] { " + string.Join(", ", values) + " }";
}
