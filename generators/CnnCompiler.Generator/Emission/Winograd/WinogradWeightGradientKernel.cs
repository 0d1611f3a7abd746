using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// The gradient by transformed weights: for each of 36 points, outer products of transformed inputs and output gradients, summed over all tiles of the
/// batch. A task has some output blocks and a fixed part of the tiles, so that the order of additions does not depend on threads; tasks with the same
/// tiles each transform them, which costs little beside the products.
/// </summary>
/// <param name="Geometry">The forward convolution, with the output's gradient as output.</param>
internal sealed record WinogradWeightGradientKernel(WinogradGeometry Geometry) : Kernel
{
    private const int Chunk = 48, WantedTasks = 8, BlocksPerTask = 4;

    public override string Summary => "Gradient of the weights of a convolution by Winograd F(4x4, 3x3).";

    public override string Tasks => $"{Parts * Groups}";

    public override long Workspace => UFloats + ZFloats + WinogradOutput.Buffer;

    public override bool UsesVectors => false;

    protected override string Title => "Winograd_WeightGradient";

    /// <summary>Parts of the tiles, whose sums another kernel adds.</summary>
    public int Parts => Math.Max(1, WantedTasks / Groups);

    private int Groups => (Geometry.Output.Planes + BlocksPerTask - 1) / BlocksPerTask;

    private long UFloats => 36L * ((Geometry.Input.Planes * 16L * Chunk) + 16);

    private static long ZFloats => 36L * ((16 * Chunk) + 16);

    public override IEnumerable<Code> Uses(VectorIsa isa) => [WinogradInput.Instance, WinogradOutputGradient.Instance, new WinogradOuter(isa.Name)];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        View input = Geometry.Input, output = Geometry.Output;
        string inputs = sizes["inputBlocks", input.Planes], outputs = sizes["outputBlocks", output.Planes], groups = sizes["groups", Groups], parts = sizes["parts", Parts];
        string point = sizes["weightPoint", input.Planes * 256], block = sizes["weightBlock", 36 * input.Planes * 256];
        Geometry.Emit(writer, sizes);
        writer.Line($"float* u = a->Workspace, z = u + {sizes["inputFloats", UFloats]}, buffer = z + {ZFloats};");
        writer.Line("long tiles = (long)a->Count * shape.Tiles;");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int part = task / {groups}, from = task % {groups} * {BlocksPerTask}, to = Math.Min(from + {BlocksPerTask}, {outputs});");
            writer.Line($"float* dv = a->Scratch + (nint)part * {outputs} * {block};");
            writer.Line($"new Span<float>(dv + (nint)from * {block}, (to - from) * {block}).Clear();");
            writer.Line($"int last = (int)(tiles * (part + 1) / {parts});");
            using (writer.Block($"for (int first = (int)(tiles * part / {parts}); first < last; first += {Chunk})"))
            {
                writer.Line($"int count = Math.Min({Chunk}, last - first);");
                writer.Line($"nint line = count * 16, point = line * {inputs} + 16;");
                writer.Line(WinogradInput.Instance.Call(isa, "a->X", "0", inputs, "u", "buffer"));
                using (writer.Block("for (int block = from; block < to; block++)"))
                {
                    writer.Line($"{WinogradOutputGradient.Instance.Name}.{isa.Name}(a->DY, &shape, first, count, block, z, buffer);");
                    using (writer.Block("for (int i = 0; i < 36; i++)"))
                    {
                        writer.Line($"{new WinogradOuter(isa.Name).Name}.Run(u + i * point, z + i * (line + 16), dv + (nint)block * {block} + i * {point}, {inputs}, line, count);");
                    }
                }
            }
        }
    }
}
