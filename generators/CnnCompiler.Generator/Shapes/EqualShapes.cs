using System.Collections.Generic;
using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Elementwise operations on several tensors need one shape.</summary>
internal static class EqualShapes
{
    /// <summary>The shape of all inputs, or null after reporting two that differ.</summary>
    public static Shape? Check(ShapeContext context, string text, string remedy, IReadOnlyList<Remedy> fixes)
    {
        for (int i = 1; i < context.Inputs.Count; i++)
        {
            if (context.Inputs[i] != context.Input)
            {
                context.ReportFixable(
                    DiagnosticDescriptors.ShapesDiffer, null, fixes, text, context.Source, context.Input, context.Sources[i], context.Inputs[i], remedy);
                return null;
            }
        }

        return context.Input;
    }
}
