using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>
/// Linear interpolation along an axis with half-pixel centres: output o lies at (o + 0.5) / f - 0.5 of the input, not beyond its first and last
/// position. Computed in units of 1 / 2f, so that the integers are exact at any size.
/// </summary>
/// <param name="Inputs">Positions of the input.</param>
/// <param name="Outputs">Positions of the output.</param>
internal readonly record struct LinearAxis(int Inputs, int Outputs)
{
    public int Factor => Outputs / Inputs;

    private int Unit => 2 * Factor;

    private int Last => Unit * (Inputs - 1);

    /// <summary>Declares, for the output in variable <paramref name="output"/>, the floats to its first and second neighbour and the second one's weight.</summary>
    public void EmitNeighbours(CodeWriter writer, string axis, string output, int step)
    {
        writer.Line($"int at{axis} = {Place(output)}, first{axis} = at{axis} / {Unit};");
        writer.Line($"float weight{axis} = (at{axis} - first{axis} * {Unit}) * {VectorIsa.Literal(1.0 / Unit)};");
        writer.Line($"int second{axis} = Math.Min(first{axis} + 1, {Inputs - 1}) * {step};");
        writer.Line($"first{axis} *= {step};");
    }

    /// <summary>The header of a loop of <paramref name="output"/> over the outputs that may see the input in variable <paramref name="input"/>.</summary>
    public string Loop(string output, string input)
    {
        int reach = Factor - 1 - ((Factor - 1) / 2);
        return $"for (int {output} = Math.Max({input} * {Factor} - {reach}, 0); {output} < Math.Min({input} * {Factor} + {Factor + reach}, {Outputs}); {output}++)";
    }

    /// <summary>The weight of the input in the output.</summary>
    public string Weight(string output, string input) =>
        $"Math.Max({Unit} - Math.Abs({Place(output)} - {input} * {Unit}), 0) * {VectorIsa.Literal(1.0 / Unit)}";

    private string Place(string output) => $"Math.Clamp(2 * {output}{ProductKernel.Plus(1 - Factor)}, 0, {Last})";
}
