using System.ComponentModel;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CnnCompiler.Runtime;

/// <summary>A block of packed weights: 16 inputs times 16 outputs, which follow each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class WeightBlock
{
    private const int Side = 16;

    /// <summary>Exchanges rows and columns.</summary>
    /// <param name="source">256 floats, read.</param>
    /// <param name="target">256 other floats, written.</param>
    public static void Transpose(float* source, float* target)
    {
        if (!Sse.IsSupported)
        {
            for (int i = 0; i < Side * Side; i++)
                target[(i % Side * Side) + (i / Side)] = source[i];
            return;
        }

        for (int row = 0; row < Side; row += 4)
        {
            for (int column = 0; column < Side; column += 4)
            {
                float* from = source + (row * Side) + column, to = target + (column * Side) + row;
                Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + Side), c = Vector128.Load(from + (2 * Side)), d = Vector128.Load(from + (3 * Side));
                Vector128<float> lowAB = Sse.UnpackLow(a, b), highAB = Sse.UnpackHigh(a, b), lowCD = Sse.UnpackLow(c, d), highCD = Sse.UnpackHigh(c, d);
                Sse.MoveLowToHigh(lowAB, lowCD).Store(to);
                Sse.MoveHighToLow(lowCD, lowAB).Store(to + Side);
                Sse.MoveLowToHigh(highAB, highCD).Store(to + (2 * Side));
                Sse.MoveHighToLow(highCD, highAB).Store(to + (3 * Side));
            }
        }
    }
}
