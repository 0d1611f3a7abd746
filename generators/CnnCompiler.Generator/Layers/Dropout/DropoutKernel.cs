using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dropout;

/// <summary>
/// Multiplies each element by 0 or by 1 / (1 - rate). Which of them follows from the call's key, the layer and the element's number alone,
/// so that backward finds it again without a stored mask, and neither threads nor vector lengths matter.
/// </summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="Other">The tensor whose activation's derivative is applied; the same as <paramref name="To"/> without one.</param>
/// <param name="Rate">The probability of 0.</param>
/// <param name="Layer">Tells the layers of a network apart.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Source">The argument that is read.</param>
/// <param name="Target">The argument that is written.</param>
internal sealed record DropoutKernel(View From, View To, View Other, double Rate, int Layer, Epilogue Epilogue, string Source, string Target) : Kernel
{
    // Bits of a random number that are compared with the rate: they stay positive as signed integers.
    private const int Bits = 24;

    private static readonly MixBits _mix = new();

    public override string Summary => string.Format(
        CultureInfo.InvariantCulture, "Drops elements of {0} with probability {1:R} and scales the others by 1 / (1 - rate).", From.Sizes(), Rate);

    public override string Tasks => $"{From.Planes} * p.Count";

    protected override string Title => $"Dropout_{(Target == "DX" ? "InputGradient" : "Forward")}_{From.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Append(_mix);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        string integers = isa.VectorClass + "<uint>", row = $"{From.Width * 16}";
        uint salt = unchecked((uint)(Layer + 1) * 0x9E3779B9u);
        int threshold = (int)Math.Round(Rate * (1 << Bits));
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        writer.Line($"{integers} key = {_mix.Call(isa, $"Create(a->Key) + Create({salt}u)")};");
        writer.Line($"V scale = {isa.Broadcast(1 / (1 - Rate))};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {From.Planes}, block = task % {From.Planes};");
            using (writer.Block($"for (int row = 0; row < {From.Height}; row++)"))
            {
                writer.Line("// Elements are numbered without regard to borders in memory.");
                writer.Line($"uint first = unchecked(((uint)task * {From.Height} + (uint)row) * {row});");
                writer.Line($"float* source = a->{Source} + (nint)sample * {From.Sample} + (nint)block * {From.Plane} + row * {From.Row};");
                writer.Line($"float* target = a->{Target} + (nint)sample * {To.Sample} + (nint)block * {To.Plane} + row * {To.Row};");
                if (!Epilogue.Derivative.IsNone)
                {
                    writer.Line($"float* output = a->X2 + (nint)sample * {Other.Sample} + (nint)block * {Other.Plane} + row * {Other.Row};");
                }

                using (writer.Block($"for (int i = 0; i < {row}; i += {isa.Lanes})"))
                {
                    string number = _mix.Call(isa, $"Create(unchecked(first + (uint)i)) + {integers}.Indices");
                    writer.Line($"{integers} bits = {_mix.Call(isa, $"{number} ^ key")};");
                    writer.Line($"V kept = GreaterThan((bits >>> {32 - Bits}).AsInt32(), Create({threshold - 1})).AsSingle();");

                    // A product, so that a NaN is not dropped.
                    writer.Line("V value = Load(source + i) * (kept & scale);");
                    Epilogue.Store(writer, isa, "value", "target + i", "output + i");
                }
            }
        }
    }
}
