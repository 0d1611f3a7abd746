using System;

namespace CnnCompiler.Checkpoints;

/// <summary>The element types that the safetensors format knows. Data of <see cref="F32"/> and <see cref="I64"/> can be read and written.</summary>
public enum TensorDtype
{
    /// <summary>32-bit floating point.</summary>
    F32,

    /// <summary>64-bit integer.</summary>
    I64,

    /// <summary>64-bit floating point.</summary>
    F64,

    /// <summary>16-bit floating point, IEEE 754.</summary>
    F16,

    /// <summary>16-bit floating point with the exponent of 32-bit.</summary>
    BF16,

    /// <summary>32-bit integer.</summary>
    I32,

    /// <summary>16-bit integer.</summary>
    I16,

    /// <summary>8-bit integer.</summary>
    I8,

    /// <summary>Unsigned 64-bit integer.</summary>
    U64,

    /// <summary>Unsigned 32-bit integer.</summary>
    U32,

    /// <summary>Unsigned 16-bit integer.</summary>
    U16,

    /// <summary>Unsigned 8-bit integer.</summary>
    U8,

    /// <summary>Truth value, one byte.</summary>
    BOOL,
}
