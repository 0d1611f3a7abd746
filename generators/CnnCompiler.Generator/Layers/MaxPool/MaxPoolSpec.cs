using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.MaxPool;

/// <summary>The maximum of each window; padding never wins.</summary>
internal sealed partial record MaxPoolLayer(
    LayerHeader Header, int Size, int Stride, int Padding, bool CeilMode, int Dilation) : Layer(Header)
{
    public static MaxPoolLayer Parse(AttributeReader reader)
    {
        int size = reader.Positive("size");
        return new(
            reader.Header(), size, reader.Positive("Stride", size), reader.NonNegative("Padding"), reader.Bool("CeilMode", false), reader.Positive("Dilation"));
    }

    /// <summary>
    /// The window on an input with the padding as written. With <c>CeilMode</c> the last window may hang over the end of the padding:
    /// how many there are says the output's shape.
    /// </summary>
    public Window Window(Shape input) => input.Rank == 3
        ? new Window(Size, Size, Stride, Stride, Dilation, Dilation, Padding, Padding, Padding, Padding)
        : new Window(1, Size, 1, Stride, 1, Dilation, 0, 0, Padding, Padding);
}
