using System;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>The walk over the pixels of a gradient by the input.</summary>
internal static class UpsampleGradient
{
    /// <summary>Writes it. <paramref name="sum"/> adds to <c>sum_v*</c> for pixel <c>(row, column)</c>; <c>gradient</c> is the plane of the gradient by the output.</summary>
    public static void Emit(CodeWriter writer, VectorIsa isa, View dx, View dy, View x, Epilogue epilogue, Action sum)
    {
        bool derives = !epilogue.Derivative.IsNone;
        if (derives)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {dx.Planes}, block = task % {dx.Planes};");
            writer.Line($"float* gradient = a->DY + (nint)sample * {dy.Sample} + (nint)block * {dy.Plane};");
            writer.Line($"float* target = a->DX + (nint)sample * {dx.Sample} + (nint)block * {dx.Plane};");
            if (derives)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {x.Sample} + (nint)block * {x.Plane};");
            }

            using (writer.Block($"for (int row = 0; row < {dx.Height}; row++)"))
            using (writer.Block($"for (int column = 0; column < {dx.Width}; column++)"))
            {
                writer.Line("V " + string.Join(", ", Enumerable.Range(0, isa.VectorsPerBlock).Select(v => $"sum_v{v} = V.Zero")) + ";");
                sum();
                for (int v = 0; v < isa.VectorsPerBlock; v++)
                {
                    string lane = ProductKernel.Plus(v * isa.Lanes);
                    epilogue.Store(writer, isa, $"sum_v{v}", $"target + row * {dx.Row} + column * 16{lane}", $"activation + row * {x.Row} + column * 16{lane}");
                }
            }
        }
    }
}
