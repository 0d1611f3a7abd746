using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>An elementwise function whose derivative needs its input: computed by a kernel of its own, before the epilogue of its output or gradient.</summary>
/// <param name="Function">The function; its derivative is taken at the input.</param>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> forward.</param>
/// <param name="Target">What is written.</param>
/// <param name="Backward">Whether it is the gradient.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ElementwiseKernel(ElementwiseFunction Function, View X, View DY, View Target, bool Backward, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"{Function.Name}{(Backward ? ", gradient," : "")} over a tensor.";

    public override string Tasks => string.Format(CultureInfo.InvariantCulture, "{0} * p.Count", X.Planes);

    protected override string Title => $"{Function.Name}_{(Backward ? "InputGradient" : "Forward")}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => (Backward ? Function.DerivativeUses() : Function.Uses()).Concat(Epilogue.Uses());

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        string blocks = sizes["blocks", X.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            using (writer.Block($"for (int row = 0; row < {sizes["rows", X.Height]}; row++)"))
            {
                writer.Line($"float* x = {sizes.Of("x", X).RowAt("X")};");
                if (Backward)
                {
                    writer.Line($"float* dy = {sizes.Of("dy", DY).RowAt("DY")};");
                }

                writer.Line($"float* target = {sizes.Of("target", Target).RowAt(Backward ? "DX" : "Y")};");
                using (writer.Block($"for (int i = 0; i < {sizes["length", X.Width * 16]}; i += {isa.Lanes})"))
                {
                    writer.Line("V input = Load(x + i);");
                    if (Backward)
                    {
                        writer.Line("V value = Load(dy + i);");
                        writer.Line($"value = {Function.Derive(isa, "value", "input")};");
                    }
                    else
                    {
                        writer.Line($"V value = {Function.Apply(isa, "input")};");
                    }

                    // The derivative of the input's activation is taken at the input itself.
                    Epilogue.Store(writer, isa, "value", "target + i", "x + i");
                }
            }
        }
    }
}
