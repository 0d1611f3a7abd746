using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

/// <summary>The mean of each window.</summary>
internal sealed partial record AvgPoolLayer(
    LayerHeader Header, int Size, int Stride, int Padding, bool CeilMode, bool CountIncludePad) : Layer(Header)
{
    public static AvgPoolLayer Parse(AttributeReader reader)
    {
        int size = reader.Positive("size");
        return new(
            reader.Header(), size, reader.Positive("Stride", size), reader.NonNegative("Padding"), reader.Bool("CeilMode", false), reader.Bool("CountIncludePad", true));
    }

    /// <summary>
    /// The window on an input with the padding as written. With <c>CeilMode</c> the last window may hang over the end of the padding:
    /// how many there are says the output's shape.
    /// </summary>
    public Window Window(Shape input) => input.Rank == 3
        ? new Window(Size, Size, Stride, Stride, 1, 1, Padding, Padding, Padding, Padding)
        : new Window(1, Size, 1, Stride, 1, 1, 0, 0, Padding, Padding);
}
