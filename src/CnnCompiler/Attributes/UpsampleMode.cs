namespace CnnCompiler;

/// <summary>How <see cref="UpsampleAttribute"/> fills positions between those of its input.</summary>
public enum UpsampleMode
{
    /// <summary>Output i repeats input i / factor.</summary>
    Nearest,

    /// <summary>
    /// Linear interpolation along each axis with half-pixel centres: output i lies at max(0, (i + 0.5) / factor - 0.5) of the input, and neighbours beyond
    /// the edge are the edge (PyTorch's <c>align_corners=False</c>). On signals it is linear.
    /// </summary>
    Bilinear,
}
