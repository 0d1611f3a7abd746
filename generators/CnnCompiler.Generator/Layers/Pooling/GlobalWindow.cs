using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>The window of a global pool: the whole map.</summary>
internal static class GlobalWindow
{
    public static Window Of(Shape input) => new(input.Height, input.Width, input.Height, input.Width, 1, 1, 0, 0, 0, 0);
}
