using System.Numerics;

namespace CnnCompiler;

/// <summary>The arithmetic of one optimizer for a vector of parameters. Elements do not depend on each other.</summary>
internal interface IUpdateRule
{
    /// <summary>How many of the remembered arrays the rule reads and writes, 0 to 3.</summary>
    int Arenas { get; }

    /// <summary>Updates a vector of parameters and what is remembered of them.</summary>
    void Apply(ref Vector<float> parameter, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third);
}
