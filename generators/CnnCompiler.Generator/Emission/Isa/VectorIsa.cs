using System.Collections.Generic;
using System.Globalization;

namespace CnnCompiler.Generator.Emission.Isa;

/// <summary>
/// One instruction set as kernels see it: lanes, registers, and the C# text of each operation on vectors of floats (type <c>V</c>).
/// Kernel descriptions name operations by meaning and never name an instruction set.
/// </summary>
internal abstract class VectorIsa
{
    /// <summary>Channels in a block of the activation layout.</summary>
    public const int Block = 16;

    /// <summary>All variants, best last. Their order is that of the runtime's <c>Isa</c> enum.</summary>
    public static readonly IReadOnlyList<VectorIsa> All = [new PortableIsa(), new Avx2Isa(), new Avx512Isa()];

    /// <summary>The name of the variant, of its methods, and in the runtime's <c>Isa</c> enum.</summary>
    public abstract string Name { get; }

    /// <summary>The class of its operations in System.Runtime.Intrinsics.</summary>
    public abstract string VectorClass { get; }

    /// <summary>Floats in a vector.</summary>
    public abstract int Lanes { get; }

    /// <summary>Vector registers that a tile may fill.</summary>
    public abstract int Registers { get; }

    /// <summary>Whether a multiply-add takes a broadcast scalar from memory, which saves its register.</summary>
    public virtual bool BroadcastsFromMemory => false;

    /// <summary>Vectors in a block of 16 channels.</summary>
    public int VectorsPerBlock => Block / Lanes;

    protected virtual string MultiplyAddName => "FusedMultiplyAdd";

    public string Load(string pointer) => $"Load({pointer})";

    /// <summary>All lanes hold the scalar expression.</summary>
    public string Broadcast(string scalar) => $"Create({scalar})";

    public string Broadcast(double value) => $"Create({Literal(value)})";

    /// <summary>a * b + c, rounded once where the processor can.</summary>
    public string MultiplyAdd(string a, string b, string c) => $"{MultiplyAddName}({a}, {b}, {c})";

    /// <summary>Per lane: where the mask is set, a, otherwise b.</summary>
    public string Select(string mask, string a, string b) => $"ConditionalSelect({mask}, {a}, {b})";

    public string GreaterThan(string a, string b) => $"GreaterThan({a}, {b})";

    /// <summary>A float literal that reads back to the same bits under every culture.</summary>
    public static string Literal(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture) switch
    {
        "NaN" => "float.NaN",
        "Infinity" => "float.PositiveInfinity",
        "-Infinity" => "float.NegativeInfinity",
        string text => text + "f",
    };
}
