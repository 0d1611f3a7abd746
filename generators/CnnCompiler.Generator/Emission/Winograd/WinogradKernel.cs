using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>A whole Winograd convolution: a task transforms a chunk of tiles in the thread's own memory, multiplies and stores it.</summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="About">What it computes.</param>
/// <param name="Geometry">Its tensors.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Names">The argument fields: input, output.</param>
internal sealed record WinogradKernel(string Layer, string About, WinogradGeometry Geometry, Epilogue Epilogue, (string Input, string Output) Names) : Kernel
{
    public override string Summary => About;

    public override string Tasks => Geometry.Chunks;

    public override long Workspace => Geometry.ChunkFloats + Geometry.ProductFloats;

    public override bool UsesVectors => false;

    protected override string Title => Layer;

    public override IEnumerable<Code> Uses(VectorIsa isa) => [new WinogradInput(Geometry.Tile), Geometry.OutputCode, .. Epilogue.SweepUses()];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        Geometry.Emit(writer, sizes);
        Epilogue.EmitEnd(writer, isa, sizes, "shape");
        writer.Line("float* u = a->Workspace;");
        writer.Line($"float* m = u + {sizes["chunkFloats", Geometry.ChunkFloats]};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            Geometry.EmitChunk(writer, sizes, "task");
            writer.Line(new WinogradInput(Geometry.Tile).Call(isa, "a->" + Names.Input, "0", sizes["inputBlocks", Geometry.Input.Planes], "u", "m"));
            writer.Line(Geometry.OutputCode.Call(isa, "u", "a->" + Names.Output, "0", sizes["outputBlocks", Geometry.Output.Planes], "m"));
        }
    }
}
