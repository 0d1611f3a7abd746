using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Input positions that one output position sees, and how far apart those of two neighbours begin, per axis.</summary>
internal readonly record struct ReceptiveField(long Height, long Width, long JumpHeight, long JumpWidth)
{
    /// <summary>The network's input sees itself.</summary>
    public static readonly ReceptiveField Input = new(1, 1, 1, 1);

    public long Longest => Math.Max(Height, Width);

    public static ReceptiveField Widest(IEnumerable<ReceptiveField> fields) => fields.OrderByDescending(field => field.Longest).First();

    /// <summary>The usual recurrence: field += (extent - 1) * jump, jump *= stride. A layer that sees all positions grows by the jumps between them.</summary>
    public ReceptiveField Through(Layer layer, Shape input)
    {
        (long extentHeight, long extentWidth, long strideHeight, long strideWidth) = layer.Field(input) ?? (input.Height, input.Width, 1, 1);
        return new ReceptiveField(
            Height + ((extentHeight - 1) * JumpHeight), Width + ((extentWidth - 1) * JumpWidth), JumpHeight * strideHeight, JumpWidth * strideWidth);
    }
}
