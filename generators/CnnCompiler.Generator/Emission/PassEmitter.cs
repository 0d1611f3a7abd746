using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission;

/// <summary>Writes a pass: its kernel calls in order, cut into methods that stay far below the JIT's limits.</summary>
internal static class PassEmitter
{
    private const int StepsPerMethod = 40;

    public static void Emit(CodeWriter writer, string method, PassPlan plan)
    {
        int methods = Math.Max(1, (plan.Steps.Count + StepsPerMethod - 1) / StepsPerMethod);
        writer.Line("/// <inheritdoc/>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"protected override unsafe void {method}(in global::CnnCompiler.Runtime.Pass p)"))
        {
            writer.Line("global::CnnCompiler.Runtime.KernelArguments a = default;");
            writer.Line("a.Count = p.Count;");
            if (plan.Training)
            {
                writer.Line("a.Key = p.Key;");
                writer.Line("a.Labels = p.Labels;");
                writer.Line("a.Targets = p.Targets;");
                writer.Line("a.Losses = p.Losses;");
            }

            if (plan.WorkspaceFloats > 0)
            {
                writer.Line("a.Workspace = p.Workspace;");
                writer.Line("a.WorkspaceFloats = p.WorkspaceFloats;");
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
                EmitSteps(writer, plan.Steps.Skip((part - 1) * StepsPerMethod).Take(StepsPerMethod));
            }
        }
    }

    private static void EmitSteps(CodeWriter writer, IEnumerable<Step> steps)
    {
        string title = "";
        foreach (Step step in steps)
        {
            if (step.Title != title)
            {
                writer.Line($"{(title.Length == 0 ? "" : "\n")}// {step.Title}");
                title = step.Title;
            }

            if (!step.OnlyForInputGradient)
            {
                EmitCall(writer, step);
                continue;
            }

            using (writer.Block("if (p.InputGradient != null)"))
            {
                EmitCall(writer, step);
            }
        }
    }

    private static void EmitCall(CodeWriter writer, Step step)
    {
        foreach (Binding binding in step.Bindings)
        {
            string cast = binding.Field == "Switches" ? "(int*)" : "";
            string pointer = Pointer(binding.Tensor);
            writer.Line($"a->{binding.Field} = {(cast.Length == 0 ? pointer : $"{cast}({pointer})")};");
        }

        writer.Line($"base.Run(global::CnnCompiler.Generated.{step.Kernel.Name}.For(base.Isa), {step.Kernel.Tasks}, a);");
    }

    private static string Pointer(Tensor tensor)
    {
        long origin = tensor.Origin;
        return tensor.Space switch
        {
            Space.Values => string.Format(
                CultureInfo.InvariantCulture, "p.Values{0}{1}", tensor.Offset == 0 ? "" : $" + {tensor.Offset} * p.Capacity", origin == 0 ? "" : $" + {origin}"),
            Space.Scratch or Space.Prepared or Space.Parameters or Space.Gradients or Space.Buffers => string.Format(
                CultureInfo.InvariantCulture, "p.{0}{1}", tensor.Space, tensor.Offset == 0 ? "" : $" + {tensor.Offset}"),
            _ => "p." + tensor.Space,
        };
    }
}
