using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// The gradient by transformed weights: for each point, outer products of transformed inputs and output gradients, summed over all tiles of the
/// batch. A task has some output blocks and a fixed part of the tiles, so that the order of additions does not depend on threads; tasks with the same
/// tiles each transform them, which costs little beside the products.
/// </summary>
/// <param name="Geometry">The forward convolution, with the output's gradient as output.</param>
internal sealed record WinogradWeightGradientKernel(WinogradGeometry Geometry) : Kernel
{
    private const int MostPoints = 48 * 36, WantedTasks = 8, BlocksPerTask = 4;

    // Multiply-adds (with the transforms some 50 microseconds) below which a part is not worth its sums.
    private const long FewestMacs = 500_000;

    public override string Summary => $"Gradient of the weights of a convolution by Winograd {Geometry.Tile}.";

    public override string Tasks => Parts == 1 ? $"{Groups}" : $"{PartsOf("p.Count")} * {Groups}";

    public override long Workspace => UFloats + ZFloats + Geometry.Tile.Buffer;

    public override bool UsesVectors => false;

    protected override string Title => "Winograd_WeightGradient";

    /// <summary>Most parts of the tiles, whose sums another kernel adds.</summary>
    public int Parts => Math.Max(1, WantedTasks / Groups);

    /// <summary>Parts of a batch, as an expression: as many as have enough samples each. It depends on nothing else, so that bits do not either.</summary>
    public string PartsOf(string count) => Parts == 1 ? "1" : $"global::System.Math.Clamp({count} / {Math.Max(1, (FewestMacs + Geometry.Macs - 1) / Geometry.Macs)}, 1, {Parts})";

    private int Products => Geometry.Tile.Products;

    // Tiles that are transformed together: so many that they fit the second-level cache.
    private int Chunk => MostPoints / Products;

    private int Groups => (Geometry.Output.Planes + BlocksPerTask - 1) / BlocksPerTask;

    private long UFloats => (long)Products * ((Geometry.Input.Planes * 16L * Chunk) + 16);

    private long ZFloats => (long)Products * ((16 * Chunk) + 16);

    public override IEnumerable<Code> Uses(VectorIsa isa) => [new WinogradInput(Geometry.Tile), new WinogradOutputGradient(Geometry.Tile), Outer(isa)];

    private WinogradOuter Outer(VectorIsa isa) => new(isa.Name, Geometry.InputsPerBlock);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        View input = Geometry.Input, output = Geometry.Output;
        string inputs = sizes["inputBlocks", input.Planes], outputs = sizes["outputBlocks", output.Planes], groups = sizes["groups", Groups];
        string point = sizes["weightPoint", input.Planes * Geometry.InputsPerBlock * 16], block = sizes["weightBlock", Products * input.Planes * Geometry.InputsPerBlock * 16];
        Geometry.Emit(writer, sizes);
        writer.Line($"float* u = a->Workspace, z = u + {sizes["inputFloats", UFloats]}, buffer = z + {ZFloats};");
        writer.Line("long tiles = (long)a->Count * shape.Tiles;");
        writer.Line($"int parts = {PartsOf("a->Count")};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int part = task / {groups}, from = task % {groups} * {BlocksPerTask}, to = Math.Min(from + {BlocksPerTask}, {outputs});");
            writer.Line($"float* dv = a->Scratch + (nint)part * {outputs} * {block};");
            writer.Line($"new Span<float>(dv + (nint)from * {block}, (to - from) * {block}).Clear();");
            writer.Line($"int last = (int)(tiles * (part + 1) / parts);");
            using (writer.Block($"for (int first = (int)(tiles * part / parts); first < last; first += {Chunk})"))
            {
                writer.Line($"int count = Math.Min({Chunk}, last - first);");
                writer.Line($"nint line = count * 16, point = line * {inputs} + 16;");
                writer.Line(new WinogradInput(Geometry.Tile).Call(isa, "a->X", "0", inputs, "u", "buffer"));
                using (writer.Block("for (int block = from; block < to; block++)"))
                {
                    writer.Line($"{new WinogradOutputGradient(Geometry.Tile).Name}.{isa.Name}(a->DY, &shape, first, count, block, z, buffer);");
                    using (writer.Block($"for (int i = 0; i < {Products}; i++)"))
                    {
                        writer.Line($"{Outer(isa).Name}.Run(u + i * point, z + i * (line + 16), dv + (nint)block * {block} + i * {point}, {inputs}, line, count);");
                    }
                }
            }
        }
    }
}
