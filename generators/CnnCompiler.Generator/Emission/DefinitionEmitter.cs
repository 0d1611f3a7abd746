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

    // A method that creates more of them would come near the sizes at which the JIT stops optimising.
    private const int ParametersPerMethod = 100;

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
        writer.Line($"    PreparedFloats = {plan.Predict.PreparedFloats},");
        writer.Line($"    PredictChunk = {plan.PredictChunk},");
        writer.Line($"    PredictValueFloats = {plan.Predict.ValueFloats},");
        writer.Line($"    PredictScratchFloats = {plan.Predict.ScratchFloats},");
        writer.Line($"    PredictWorkspaceFloats = {plan.Predict.WorkspaceFloats},");
        writer.Line($"    GradientPreparedFloats = {plan.Gradient.PreparedFloats},");
        writer.Line($"    GradientChunk = {plan.GradientChunk},");
        writer.Line($"    GradientValueFloats = {plan.Gradient.ValueFloats},");
        writer.Line($"    GradientScratchFloats = {plan.Gradient.ScratchFloats},");
        writer.Line($"    GradientWorkspaceFloats = {plan.Gradient.WorkspaceFloats},");
        PlannedParameter[] parameters = plan.Parameters.All.Where(p => !p.Spec.IsBuffer).ToArray();
        PlannedParameter[] buffers = plan.Parameters.All.Where(p => p.Spec.IsBuffer).ToArray();
        writer.Line($"    Parameters = {Parts("CompiledParameters", parameters)},");
        writer.Line($"    Buffers = {Parts("CompiledBuffers", buffers)},");
        writer.Line("    Summary = CompiledSummary(),");
        writer.Line("};");
        EmitParameters(writer, "CompiledParameters", parameters);
        EmitParameters(writer, "CompiledBuffers", buffers);
        writer.Line();
        SummaryEmitter.Emit(writer, plan);
    }

    private static string Parts(string method, PlannedParameter[] parameters) =>
        "[" + string.Join(", ", Enumerable.Range(1, Methods(parameters)).Select(part => $".. {method}{part}()")) + "]";

    private static int Methods(PlannedParameter[] parameters) => (parameters.Length + ParametersPerMethod - 1) / ParametersPerMethod;

    private static void EmitParameters(CodeWriter writer, string method, PlannedParameter[] parameters)
    {
        for (int part = 0; part < Methods(parameters); part++)
        {
            writer.Line();
            writer.Line($"private static {Runtime}ParameterDefinition[] {method}{part + 1}() =>\n[");
            foreach (PlannedParameter p in parameters.Skip(part * ParametersPerMethod).Take(ParametersPerMethod))
            {
                EmitParameter(writer, p);
            }

            writer.Line("];");
        }
    }

    private static void EmitParameter(CodeWriter writer, PlannedParameter p)
    {
        string axes = string.Join(", ", p.Packed.Axes.Select(a => $"new({List(a.Coefficients)}, {a.Block}, {a.Major}, {a.Minor})"));
        string scale = p.Spec.Initializer.Scale.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        string groups = p.Spec.Initializer.Groups == 1 ? "" : $", Groups: {p.Spec.Initializer.Groups}";
        string connected = p.Packed.Connected.Count == 0 ? "" : $" {{ Connected = {List(p.Packed.Connected)} }}";
        writer.Line($"    new({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(p.FullName, quote: true)}, {List(p.Spec.Shape)}, {p.Tensor.Offset}, {p.Packed.Floats}, "
            + $"new({List(p.Packed.Dimensions)}, [{axes}]){connected}, new({Runtime}InitializerKind.{p.Spec.Initializer.Kind}, {scale}d{groups}), {(p.Gradient is null ? "false" : "true")}){(p.Spec.IsFilters ? " { IsFilters = true }" : "")},");
    }

    private static string List<T>(IEnumerable<T> values) => "[" + string.Join(", ", values) + "]";
}
