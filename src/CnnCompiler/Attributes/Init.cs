namespace CnnCompiler;

/// <summary>How the weights of a layer get their first values. Fan in counts the values that one output is summed from, fan out the outputs times the window.</summary>
/// <remarks><see cref="LayerAttribute.InitScale"/> replaces the deviation, bound, gain or value that is written here.</remarks>
public enum Init
{
    /// <summary>What PyTorch does. Weights and biases of convolutions and dense layers: uniform in +-1 / sqrt(fan in). Norms: gain 1, bias 0.</summary>
    Default,

    /// <summary>Normal with deviation sqrt(2 / fan in), for layers in front of a Relu (He et al. 2015, "Delving Deep into Rectifiers").</summary>
    He,

    /// <summary>Uniform in +-sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks").</summary>
    Glorot,

    /// <summary>Normal with deviation sqrt(1 / fan in) (LeCun et al. 1998, "Efficient BackProp").</summary>
    LeCun,

    /// <summary>Uniform in +-scale; default scale 1 / sqrt(fan in).</summary>
    Uniform,

    /// <summary>Normal with mean 0 and deviation scale; default 0.01.</summary>
    Normal,

    /// <summary>Orthonormal rows or columns of the weight as a matrix of outputs, times scale; default 1 (Saxe et al. 2013).</summary>
    Orthogonal,

    /// <summary>Output o copies input o, in each group, times scale: 1 at the kernel's centre, 0 elsewhere; default 1 (PyTorch's <c>dirac_</c>).</summary>
    Identity,

    /// <summary>Every weight is the scale; default 0.</summary>
    Constant,
}
