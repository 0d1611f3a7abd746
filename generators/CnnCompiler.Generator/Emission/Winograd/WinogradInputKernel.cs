using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>The first step of a Winograd convolution with few tiles: transforms all of the input.</summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="Geometry">The convolution's tensors.</param>
/// <param name="Source">The argument field of the input.</param>
internal sealed record WinogradInputKernel(string Layer, WinogradGeometry Geometry, string Source) : Kernel
{
    public override string Summary => $"Winograd {Geometry.Tile}: all input tiles, transformed for all output channels.";

    public override string Tasks => Geometry.Input.Planes == 1 ? Geometry.Chunks : $"{Geometry.Chunks} * {Geometry.Input.Planes}";

    public override long Workspace => Geometry.Tile.Buffer;

    public override bool UsesVectors => false;

    protected override string Title => Layer;

    public override IEnumerable<Code> Uses(VectorIsa isa) => [new WinogradInput(Geometry.Tile)];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        Geometry.Emit(writer, sizes);
        string blocks = sizes["inputBlocks", Geometry.Input.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int chunk = task / {blocks}, block = task % {blocks};");
            Geometry.EmitChunk(writer, sizes, "chunk");
            writer.Line(new WinogradInput(Geometry.Tile).Call(isa, "a->" + Source, "block", "block + 1", $"a->Scratch + (nint)chunk * {sizes["chunkFloats", Geometry.ChunkFloats]}", "a->Workspace"));
        }
    }
}
