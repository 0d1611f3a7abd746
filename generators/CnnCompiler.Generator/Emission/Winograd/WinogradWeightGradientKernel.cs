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
/// <param name="Layer">The readable part of the name.</param>
/// <param name="About">What it computes, and why so.</param>
/// <param name="Geometry">The forward convolution, with the output's gradient as output.</param>
internal sealed record WinogradWeightGradientKernel(string Layer, string About, WinogradGeometry Geometry) : Kernel
{
    private const int Chunk = 48, WantedTasks = 8, BlocksPerTask = 4;

    public override string Summary => About;

    public override string Tasks => $"{Parts * Groups}";

    public override long Workspace => UFloats + ZFloats + WinogradOutput.Buffer;

    protected override string Title => Layer;

    /// <summary>Parts of the tiles, whose sums another kernel adds.</summary>
    public int Parts => Math.Max(1, WantedTasks / Groups);

    private int Groups => (Geometry.Output.Planes + BlocksPerTask - 1) / BlocksPerTask;

    private long UFloats => 36L * ((Geometry.Input.Planes * 16L * Chunk) + 16);

    private static long ZFloats => 36L * ((16 * Chunk) + 16);

    public override IEnumerable<Code> Uses(VectorIsa isa) => [WinogradInput.Instance, WinogradOutputGradient.Instance, new WinogradOuter(isa.Name)];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        View input = Geometry.Input, output = Geometry.Output;
        int block = 36 * input.Planes * 256;
        Geometry.Emit(writer);
        writer.Line($"float* u = a->Workspace, z = u + {UFloats}, buffer = z + {ZFloats};");
        writer.Line($"long tiles = (long)a->Count * {Geometry.Tiles};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int part = task / {Groups}, from = task % {Groups} * {BlocksPerTask}, to = Math.Min(from + {BlocksPerTask}, {output.Planes});");
            writer.Line($"float* dv = a->Scratch + (nint)part * {output.Planes} * {block};");
            writer.Line($"new Span<float>(dv + (nint)from * {block}, (to - from) * {block}).Clear();");
            writer.Line($"int last = (int)(tiles * (part + 1) / {Parts});");
            using (writer.Block($"for (int first = (int)(tiles * part / {Parts}); first < last; first += {Chunk})"))
            {
                writer.Line($"int count = Math.Min({Chunk}, last - first);");
                writer.Line($"nint line = count * 16, point = line * {input.Planes} + 16;");
                writer.Line(WinogradInput.Instance.Call(isa, "a->X", "0", $"{input.Planes}", "u", "buffer"));
                using (writer.Block("for (int block = from; block < to; block++)"))
                {
                    writer.Line($"{WinogradOutputGradient.Instance.Name}.{isa.Name}(a->DY, &shape, first, count, block, z, buffer);");
                    using (writer.Block("for (int i = 0; i < 36; i++)"))
                    {
                        writer.Line($"{new WinogradOuter(isa.Name).Name}.Run(u + i * point, z + i * (line + 16), dv + (nint)block * {block} + i * {input.Planes * 256}, {input.Planes}, line, count);");
                    }
                }
            }
        }
    }
}
