using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Channelwise;

/// <summary>The walk of an elementwise layer with parameters per channel: constants of a block of 16 channels, then all its pixels.</summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> forward.</param>
/// <param name="Target">What is written.</param>
/// <param name="Backward">Whether it is the gradient.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal abstract record ChannelwiseKernel(View X, View DY, View Target, bool Backward, Epilogue Epilogue) : Kernel
{
    public override string Tasks => $"{X.Planes} * p.Count";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    /// <summary>Sizes and pass for names: <c>Forward_6x14x14</c>.</summary>
    protected string Pass => (Backward ? "InputGradient_" : "Forward_") + X.Sizes();

    // Backward the input is read for the function itself, or for the derivative of the activation that made it.
    private bool ReadsInput => !Backward || DerivesAtInput || !Epilogue.Derivative.IsNone;

    /// <summary>Whether <see cref="Value"/> asks for the input when it computes the gradient.</summary>
    protected abstract bool DerivesAtInput { get; }

    /// <summary>Declares the constants of vector <paramref name="v"/> of <c>block</c>.</summary>
    protected abstract void EmitConstants(CodeWriter writer, VectorIsa isa, int v);

    /// <summary>What is stored for vector <paramref name="v"/>; the input is in <c>input</c>, the gradient by the output in <c>gradient</c>.</summary>
    protected abstract string Value(VectorIsa isa, int v);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            for (int v = 0; v < isa.VectorsPerBlock; v++)
            {
                EmitConstants(writer, isa, v);
            }

            using (writer.Block($"for (int row = 0; row < {X.Height}; row++)"))
            {
                EmitPointer(writer, ReadsInput, "x", Backward && !DerivesAtInput ? "X2" : "X", X);
                EmitPointer(writer, Backward, "dy", "DY", DY);
                EmitPointer(writer, true, "target", Backward ? "DX" : "Y", Target);
                using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += 16)"))
                {
                    for (int v = 0; v < isa.VectorsPerBlock; v++)
                    {
                        EmitVector(writer, isa, v, ProductKernel.Plus(v * isa.Lanes));
                    }
                }
            }
        }
    }

    private static void EmitPointer(CodeWriter writer, bool used, string name, string argument, View view)
    {
        if (used)
        {
            writer.Line($"float* {name} = a->{argument} + (nint)sample * {view.Sample} + (nint)block * {view.Plane} + row * {view.Row};");
        }
    }

    private void EmitVector(CodeWriter writer, VectorIsa isa, int v, string lane)
    {
        if (!Backward || DerivesAtInput)
        {
            writer.Line($"V input_v{v} = Load(x + i{lane});");
        }

        if (Backward)
        {
            writer.Line($"V gradient_v{v} = Load(dy + i{lane});");
        }

        writer.Line($"V value_v{v} = {Value(isa, v)};");
        Epilogue.Store(writer, isa, $"value_v{v}", $"target + i{lane}", $"x + i{lane}");
    }
}
