using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>What happens to a computed value on its way to memory.</summary>
/// <param name="Bias">Adds the channel's bias.</param>
/// <param name="Gain">Multiplies by the channel's gain before the bias (folded batch normalisation).</param>
/// <param name="Activation">The fused activation of a forward kernel.</param>
/// <param name="Derivative">The activation of the tensor whose gradient is stored: its derivative is multiplied in.</param>
/// <param name="Accumulate">Adds to what is stored already (a tensor with several readers), before the derivative.</param>
/// <param name="Addend">Adds another tensor before the activation (a fused sum).</param>
internal readonly record struct Epilogue(
    bool Bias, bool Gain, Activation Activation, Activation Derivative, bool Accumulate, bool Addend = false)
{
    public static readonly Epilogue None = default;

    /// <summary>Stores as a gradient kernel: derivative of the tensor's activation, accumulation.</summary>
    public static Epilogue OfGradient(Activation derivative, bool accumulate) => new(false, false, Activation.None, derivative, accumulate);

    public static Epilogue OfForward(Activation activation) => new(false, false, activation, Activation.None, false);

    /// <summary>Whether a second tensor is read at the place of the destination: the addend, or the activation whose derivative is applied.</summary>
    public bool ReadsOther => Addend || !Derivative.IsNone;

    /// <summary>What a tile that is told at run time does before it stores.</summary>
    public TileEnd End =>
        (Gain ? TileEnd.Gain : Bias ? TileEnd.Bias : TileEnd.None) | (Addend ? TileEnd.AddOther : TileEnd.None) | (Accumulate ? TileEnd.AddStored : TileEnd.None)
        | (Derivative.IsRelu ? TileEnd.DeriveRelu : TileEnd.None) | (Activation.IsRelu ? TileEnd.Relu : TileEnd.None);

    /// <summary>What is left to do when such a tile has stored: any other activation or derivative.</summary>
    public PixelSweep? Sweep =>
        !Activation.IsNone && !Activation.IsRelu ? new PixelSweep(Activation, false)
        : !Derivative.IsNone && !Derivative.IsRelu ? new PixelSweep(Derivative, true)
        : null;

    /// <summary>Code that ends the tiles.</summary>
    public IEnumerable<Code> SweepUses() => Sweep is { } sweep ? [sweep] : [];

    /// <summary>Writes what a driver tells its tiles, in a variable (<c>ProductLoops</c>, <c>WinogradShape</c>).</summary>
    public void EmitEnd(CodeWriter writer, VectorIsa isa, Sizes sizes, string variable)
    {
        writer.Line($"{variable}.End = (TileEnd){sizes["tileEnd", (int)End, End.ToString()]};");
        if (Sweep is { } sweep)
        {
            writer.Line($"{variable}.Finish = {sweep.Address(isa)};");
        }
    }

    public IEnumerable<Code> Uses() => Activation.Uses().Concat(Derivative.DerivativeUses());

    /// <summary>A word for names: <c>Relu</c>, <c>AddDeriveTanh</c>.</summary>
    public string Title => (Gain ? "Gain" : "") + (Bias ? "Bias" : "") + (Addend ? "Sum" : "") + Activation.Name
        + (Accumulate ? "Add" : "") + (Derivative.IsNone ? "" : "Derive" + Derivative.Name);

    /// <summary>Writes the statements that take vector variable <paramref name="value"/> to memory.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="value">A variable; it is changed.</param>
    /// <param name="target">Pointer expression of the destination.</param>
    /// <param name="output">Pointer expression of the other tensor: the addend, or the activation's output whose derivative is applied.</param>
    public void Store(CodeWriter writer, VectorIsa isa, string value, string target, string output)
    {
        if (Addend)
        {
            writer.Line($"{value} += Load({output});");
        }

        if (!Activation.IsNone)
        {
            writer.Line($"{value} = {Activation.Apply(isa, value)};");
        }

        if (Accumulate)
        {
            writer.Line($"{value} += Load({target});");
        }

        if (!Derivative.IsNone)
        {
            writer.Line($"y = Load({output});");
            writer.Line($"{value} = {Derivative.Derive(isa, value, "y")};");
        }

        writer.Line($"{value}.Store({target});");
    }
}
