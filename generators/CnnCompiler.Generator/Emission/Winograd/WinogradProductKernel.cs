using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>The second step of a Winograd convolution with few tiles: a task multiplies and stores two blocks of output channels of a chunk.</summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="About">What it computes.</param>
/// <param name="Geometry">Its tensors.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Target">The argument field of the output.</param>
internal sealed record WinogradProductKernel(string Layer, string About, WinogradGeometry Geometry, Epilogue Epilogue, string Target) : Kernel
{
    private const int BlocksPerTask = 2;

    public override string Summary => About;

    public override string Tasks => Groups == 1 ? Geometry.Chunks : $"{Geometry.Chunks} * {Groups}";

    public override long Workspace => Geometry.ProductFloats;

    public override bool UsesVectors => false;

    protected override string Title => Layer;

    private int Groups => (Geometry.Output.Planes + BlocksPerTask - 1) / BlocksPerTask;

    public override IEnumerable<Code> Uses(VectorIsa isa) => [Geometry.OutputCode, .. Epilogue.SweepUses()];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        Geometry.Emit(writer, sizes);
        Epilogue.EmitEnd(writer, isa, sizes, "shape");
        string groups = sizes["groups", Groups];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int chunk = task / {groups}, block = task % {groups} * {BlocksPerTask};");
            Geometry.EmitChunk(writer, sizes, "chunk");
            writer.Line(Geometry.OutputCode.Call(
                isa, $"a->Scratch + (nint)chunk * {sizes["chunkFloats", Geometry.ChunkFloats]}", "a->" + Target, "block", $"Math.Min(block + {BlocksPerTask}, {sizes["outputBlocks", Geometry.Output.Planes]})", "a->Workspace"));
        }
    }
}
