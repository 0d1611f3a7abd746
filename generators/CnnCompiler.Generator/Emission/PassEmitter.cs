using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission;

/// <summary>Writes a pass: its kernel calls in order, cut into methods that stay far below the JIT's limits.</summary>
internal static class PassEmitter
{
    /// <summary>The directive that its names need.</summary>
    public const string Usings = "using CnnKernels = global::CnnCompiler.Generated;\n";

    private const int StepsPerMethod = 40;

    private static readonly Space[] Spaces = [Space.Values, Space.Scratch, Space.Prepared, Space.Parameters, Space.Gradients, Space.Buffers];

    public static void Emit(CodeWriter writer, string method, PassPlan plan, IReadOnlyDictionary<Kernel, KernelCall> calls)
    {
        int methods = Math.Max(1, (plan.Steps.Count + StepsPerMethod - 1) / StepsPerMethod);
        writer.Line("/// <inheritdoc/>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"protected override unsafe void {method}(in global::CnnCompiler.Runtime.Pass p)"))
        {
            writer.Line("global::CnnCompiler.Runtime.KernelArguments a = default;");
            writer.Line(plan.Training
                ? "a.Count = p.Count; a.BatchCount = p.BatchCount; a.FirstSample = p.FirstSample; a.Key = p.Key; a.Labels = p.Labels; a.Targets = p.Targets; a.Losses = p.Losses;"
                : "a.Count = p.Count;");
            if (plan.WorkspaceFloats > 0)
            {
                writer.Line("a.Workspace = p.Workspace; a.WorkspaceFloats = p.WorkspaceFloats;");
            }

            for (int part = 1; part <= methods; part++)
            {
                writer.Line($"{method}{part}(in p, &a);");
            }
        }

        for (int part = 1; part <= methods; part++)
        {
            writer.Line();
            using (writer.Block($"private unsafe void {method}{part}(in global::CnnCompiler.Runtime.Pass p, global::CnnCompiler.Runtime.KernelArguments* a)"))
            {
                List<Step> steps = plan.Steps.Skip((part - 1) * StepsPerMethod).Take(StepsPerMethod).ToList();
                EmitSpaces(writer, steps);
                EmitSteps(writer, steps, calls);
            }
        }
    }

    private static void EmitSpaces(CodeWriter writer, IReadOnlyList<Step> steps)
    {
        List<Space> used = Spaces.Where(space => steps.SelectMany(step => step.Bindings).Any(b => b.Tensor.Space == space)).ToList();
        if (used.Count > 0)
        {
            writer.Line($"float* {string.Join(", ", used.Select(space => $"{Local(space)} = p.{space}"))};");
        }

        if (used.Contains(Space.Values))
        {
            writer.Line("long n = p.Capacity;");
        }
    }

    private static void EmitSteps(CodeWriter writer, IReadOnlyList<Step> steps, IReadOnlyDictionary<Kernel, KernelCall> calls)
    {
        string comment = "";
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Comment != comment)
            {
                comment = steps[i].Comment;
                writer.Line($"\n// {comment}");
            }

            if (!steps[i].OnlyForInputGradient)
            {
                EmitCall(writer, steps[i], calls[steps[i].Kernel]);
                continue;
            }

            using (writer.Block("if (p.InputGradient != null)"))
            {
                EmitCall(writer, steps[i], calls[steps[i].Kernel]);
                for (; i + 1 < steps.Count && steps[i + 1].OnlyForInputGradient && steps[i + 1].Comment == comment; i++)
                {
                    EmitCall(writer, steps[i + 1], calls[steps[i + 1].Kernel]);
                }
            }
        }
    }

    private static void EmitCall(CodeWriter writer, Step step, KernelCall call)
    {
        writer.Wrap("", step.Bindings.Select(b => $"a->{b.Field} = {(b.Field == "Switches" ? $"(int*)({Pointer(b.Tensor)})" : Pointer(b.Tensor))};"), " ", "");
        string kernel = $"CnnKernels::{call.Code.Name}.For(base.Isa{(call.Sizes.Count == 0 ? ")" : ", a, ")}";
        writer.Wrap("base.Run(" + kernel, call.Sizes.DefaultIfEmpty(""), ", ", $"{(call.Sizes.Count == 0 ? "" : ")")}, {call.Tasks}, a);");
    }

    private static string Local(Space space) => space.ToString().ToLowerInvariant();

    private static string Pointer(Tensor tensor)
    {
        long origin = tensor.Origin;
        return tensor.Space switch
        {
            Space.Values => string.Format(
                CultureInfo.InvariantCulture, "values{0}{1}", tensor.Offset == 0 ? "" : $" + {tensor.Offset} * n", origin == 0 ? "" : $" + {origin}"),
            Space.Scratch or Space.Prepared or Space.Parameters or Space.Gradients or Space.Buffers => string.Format(
                CultureInfo.InvariantCulture, "{0}{1}", Local(tensor.Space), tensor.Offset == 0 ? "" : $" + {tensor.Offset}"),
            _ => "p." + tensor.Space,
        };
    }
}
