using System;

namespace CnnCompiler.Checkpoints;

/// <summary>One tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dtype">Its element type.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="DataOffset">Its first byte, counted from the end of the header. The writer works it out itself.</param>
public sealed record SafetensorsEntry(string Name, TensorDtype Dtype, TensorShape Shape, long DataOffset = 0)
{
    /// <summary>Bytes of one element.</summary>
    public int ElementBytes => Dtype switch
    {
        TensorDtype.F64 or TensorDtype.I64 or TensorDtype.U64 => 8,
        TensorDtype.F32 or TensorDtype.I32 or TensorDtype.U32 => 4,
        TensorDtype.F16 or TensorDtype.BF16 or TensorDtype.I16 or TensorDtype.U16 => 2,
        TensorDtype.I8 or TensorDtype.U8 or TensorDtype.BOOL => 1,
        _ => throw new InvalidOperationException($"'{Name}': dtype {(int)Dtype} is not known."),
    };

    /// <summary>Bytes of the whole tensor.</summary>
    /// <exception cref="OverflowException">They do not fit 64 bits.</exception>
    public long DataBytes => checked(Shape.ElementCount * ElementBytes);

    /// <summary>Name, element type and shape, for example <c>'conv1.weight' F32 6x1x5x5</c>.</summary>
    public override string ToString() => $"'{Name}' {Dtype} {Shape}";
}
