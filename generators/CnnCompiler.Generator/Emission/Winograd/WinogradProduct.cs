using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// The product of one point: tiles times output channels, summed over input channels. A 1x1 convolution, with its register tiles; the number of
/// tiles is known at run time only, and cut into nearly equal parts that fit the registers.
/// </summary>
/// <param name="Variant">The instruction set that the register tiles were planned for.</param>
/// <param name="Vectors">Vectors of output channels.</param>
/// <param name="Inputs">Inputs of a block: 16, or all where there are fewer.</param>
internal sealed record WinogradProduct(string Variant, int Vectors, int Inputs) : Code
{
    // More tiles would not be faster: from four on, arithmetic hides loads and latency.
    private const int MostTiles = 8;

    public override string Summary => $"Winograd: the product of one point over all input channels, {Vectors} vectors of output channels.";

    protected override string Title => $"WinogradProduct_V{Vectors}{(Inputs < 16 ? $"I{Inputs}" : "")}_{Variant}";

    protected override bool IsUnique => true;

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Enumerable.Range(1, Most(isa)).Select(tiles => Tile(tiles));

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int most = Most(isa);
        writer.Line("/// <summary>Multiplies all tiles of a chunk.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* u, float* w, float* m, nint count, ProductLoops* loops)"))
        {
            writer.Line($"nint parts = (count + {most - 1}) / {most}, tiles = count / parts, larger = count - parts * tiles;");
            using (writer.Block("switch (tiles)"))
            {
                for (int tiles = most; tiles >= 1; tiles--)
                {
                    string rest = tiles == most ? "" : $" {Tile(tiles + 1).Name}.Run(u + (parts - larger) * {16 * tiles}, w, m + (parts - larger) * {16 * tiles}, null, null, null, larger, loops);";
                    writer.Line($"case {tiles}: {Tile(tiles).Name}.Run(u, w, m, null, null, null, parts - larger, loops);{rest} break;");
                }
            }
        }
    }

    private int Most(VectorIsa isa) => Math.Min(MostTiles, TilePlan.Largest(isa, Vectors, Inputs));

    private ProductTile Tile(int tiles) =>
        new(Variant, tiles, Vectors, 0, new EquatableArray<int>(Enumerable.Range(0, Inputs)), tiles == 1 ? null : 16);
}
