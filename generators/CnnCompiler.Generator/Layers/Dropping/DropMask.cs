using System;
using System.Globalization;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Dropping;

/// <summary>The text that decides what is dropped, from the call's key, the layer and a number alone.</summary>
internal static class DropMask
{
    // Bits of a random number that are compared with the rate: they stay positive as signed integers.
    private const int Bits = 24;

    /// <summary>Declares <c>key</c>, which differs between calls and between the layers of a network.</summary>
    public static void EmitKey(CodeWriter writer, VectorIsa isa, Sizes sizes, int layer) => writer.Line(
        $"{isa.VectorClass}<uint> key = {MixBits.Instance.Call(isa, $"Create(unchecked(a->Key + (uint){sizes["layer", layer + 1]} * 0x9E3779B9u))")};");

    /// <summary>Declares <c>number</c>, that of the block of channels in the whole batch, of which the call may be a part.</summary>
    public static void EmitNumber(CodeWriter writer, string blocks) => writer.Line($"uint number = unchecked((uint)(a->FirstSample * {blocks} + task));");

    /// <summary>Declares <c>kept<paramref name="suffix"/></c>, a mask of the lanes that are kept, with what is <paramref name="numbered"/> so.</summary>
    public static void Emit(CodeWriter writer, VectorIsa isa, Sizes sizes, double rate, string numbered, string suffix = "")
    {
        int threshold = (int)Math.Round(rate * (1 << Bits));
        string number = MixBits.Instance.Call(isa, numbered);
        writer.Line($"{isa.VectorClass}<uint> bits{suffix} = {MixBits.Instance.Call(isa, $"{number} ^ key")};");
        writer.Line($"V kept{suffix} = GreaterThan((bits{suffix} >>> {32 - Bits}).AsInt32(), Create({sizes["lastDropped", threshold - 1, string.Format(CultureInfo.InvariantCulture, "{0:R} of 2^{1}", rate, Bits)]})).AsSingle();");
    }
}
