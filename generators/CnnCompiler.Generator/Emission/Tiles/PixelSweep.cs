using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// Applies an activation, or its derivative, to pixels that a tile has just stored and that are still in the first-level cache: functions that take tens of
/// instructions, once for all tiles.
/// </summary>
/// <param name="Activation">The activation.</param>
/// <param name="Derives">Whether pixels are gradients, to multiply by the derivative.</param>
internal sealed record PixelSweep(Activation Activation, bool Derives) : Code
{
    public override string Summary => Derives
        ? $"Multiplies gradients, just stored, by the derivative of {Activation.Name}, given its outputs."
        : $"Applies {Activation.Name} to pixels just stored.";

    protected override string Title => "Pixels_" + (Derives ? "Derive" : "") + Activation.Name;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Derives ? Activation.DerivativeUses() : Activation.Uses();

    /// <summary>The address of its method.</summary>
    public string Address(VectorIsa isa) => $"&{Name}.{isa.Name}";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("""
            /// <summary>Goes through pixels in a row.</summary>
            /// <param name="target">The first pixel.</param>
            /// <param name="pixel">From a pixel to the next.</param>
            /// <param name="other">The activation's output at the first pixel, where its derivative is applied.</param>
            /// <param name="otherPixel">From a pixel to the next there.</param>
            /// <param name="pixels">How many pixels.</param>
            /// <param name="floats">Channels of a pixel.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* target, nint pixel, float* other, nint otherPixel, nint pixels, nint floats)"))
        using (writer.Block("for (; pixels > 0; pixels--, target += pixel, other += otherPixel)"))
        using (writer.Block($"for (nint i = 0; i < floats; i += {isa.Lanes})"))
        {
            writer.Line(Derives ? "V value = Load(target + i), y = Load(other + i);" : "V value = Load(target + i);");
            writer.Line($"value = {(Derives ? Activation.Derive(isa, "value", "y") : Activation.Apply(isa, "value"))};");
            writer.Line("value.Store(target + i);");
        }
    }
}
