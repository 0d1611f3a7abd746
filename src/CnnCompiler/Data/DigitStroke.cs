namespace CnnCompiler;

/// <summary>One stroke of a drawn digit.</summary>
/// <param name="Smooth">A curve through the points (Catmull-Rom), or straight lines between them.</param>
/// <param name="Points">x, y, x, y, ... in percent of the image's side, y downwards.</param>
internal sealed record DigitStroke(bool Smooth, int[] Points)
{
    /// <summary>A curve through the points.</summary>
    public static DigitStroke Curve(params int[] points) => new(true, points);

    /// <summary>Straight lines between the points.</summary>
    public static DigitStroke Lines(params int[] points) => new(false, points);
}
