using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>The weight gradient of one point: outer products of transformed inputs and output gradients, summed over tiles, for 16 output channels.</summary>
/// <param name="Variant">The instruction set that the register tiles were planned for.</param>
/// <param name="Inputs">Inputs of a block: 16, or all where there are fewer.</param>
internal sealed record WinogradOuter(string Variant, int Inputs) : Code
{
    public override string Summary => "Winograd: the weight gradient of one point, a block of 16 outputs and all inputs, summed over tiles.";

    protected override string Title => $"WinogradOuter_{(Inputs < 16 ? $"I{Inputs}_" : "")}{Variant}";

    protected override bool IsUnique => true;

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Parts(isa).Select(part => Tile(isa, part.Count)).Distinct();

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("/// <summary>Adds the products of all tiles of a chunk.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* u, float* z, float* dv, int blocks, nint line, nint count)"))
        using (writer.Block($"for (int block = 0; block < blocks; block++, u += line, dv += {Inputs * 16})"))
        {
            foreach ((int first, int inputs) in Parts(isa))
            {
                writer.Line($"{Tile(isa, inputs).Name}.Run(u{ProductKernel.Plus(first)}, z, dv{ProductKernel.Plus(first * 16)}, count, 1, 16, 16, 0, 0, 0, 0);");
            }
        }
    }

    // The inputs of a block, cut so that sums fit the registers.
    private IReadOnlyList<(int First, int Count)> Parts(VectorIsa isa)
    {
        var parts = new List<(int, int)>();
        int first = 0;
        foreach ((int size, int count) in TilePlan.Split(isa, Inputs, isa.VectorsPerBlock, 2))
        {
            for (int i = 0; i < count; i++, first += size)
            {
                parts.Add((first, size));
            }
        }

        return parts;
    }

    private static OuterTile Tile(VectorIsa isa, int inputs) => new(isa.Name, new EquatableArray<int>(Enumerable.Range(0, inputs)), isa.VectorsPerBlock);
}
