using System;
using System.Linq;

namespace CnnCompiler.Fuzzing;

/// <summary>A layer as text, and PyTorch's rule for its shape: sizes of the output, or null where PyTorch raises an error.</summary>
/// <param name="Text">The attribute.</param>
/// <param name="Output">Channels and positions to channels and positions.</param>
internal sealed record LayerRule(string Text, Func<long[], long[]?> Output)
{
    /// <summary>A random layer; about one in ten does not suit an input with few positions.</summary>
    public static LayerRule Random(Choices choices) => choices.Below(20) switch
    {
        0 or 1 or 2 or 3 => Conv(choices),
        4 => Depthwise(choices),
        5 or 6 => Pool(choices),
        7 => Transposed(choices),
        8 => Same(choices.Of("Relu", "LeakyRelu(0.2)", "PRelu")),
        9 or 10 => Same(choices.Of("Tanh", "Sigmoid", "Gelu", "Silu", "Softplus", "Elu(0.7)", "Square")),
        11 or 12 => Same(choices.Of("BatchNorm", "LayerNorm", "ChannelScale", "PositionalNorm")),
        13 => Divided(choices, "GroupNorm", keeps: true),
        14 => Divided(choices, "Maxout", keeps: false),
        15 => Scaled(choices.Of(1, 2)),
        16 => Padded(choices.Below(3)),
        17 => Reshape(choices),
        18 => new LayerRule("Flatten", input => [input.Aggregate((a, b) => a * b)]),
        _ => Reduced(choices),
    };

    public static LayerRule Dense(int units) => new($"Dense({units})", _ => [units]);

    private static LayerRule Conv(Choices choices)
    {
        int filters = 1 + choices.Below(6), kernel = choices.Of(3, 1, 2, 5, 4), stride = choices.Of(1, 1, 2, 3), padding = choices.Of(1, 0, 0, 2);
        int dilation = choices.Of(1, 1, 1, 2), groups = choices.Of(1, 1, 1, 2, 3);
        return new LayerRule(
            $"Conv({filters}, {kernel}, Stride = {stride}, Padding = {padding}, Dilation = {dilation}, Groups = {groups}, Bias = {(choices.Rarely(2) ? "true" : "false")})",
            input => input[0] % groups != 0 || filters % groups != 0 ? null : Slide(input, filters, size => Windows(size, kernel, stride, padding, dilation)));
    }

    private static LayerRule Depthwise(Choices choices)
    {
        int kernel = choices.Of(3, 1, 2, 5), stride = choices.Of(1, 1, 2), padding = choices.Below(3), multiplier = choices.Of(1, 1, 2);
        return new LayerRule(
            $"DepthwiseConv({kernel}, Multiplier = {multiplier}, Stride = {stride}, Padding = {padding})",
            input => Slide(input, input[0] * multiplier, size => Windows(size, kernel, stride, padding, 1)));
    }

    private static LayerRule Pool(Choices choices)
    {
        int size = choices.Of(2, 3, 1, 4), stride = choices.Of(2, 1, 3), padding = choices.Of(0, 0, 1, 2);
        bool ceil = choices.Rarely(3), max = choices.Rarely(2);
        string text = $"{(max ? "MaxPool" : "AvgPool")}({size}, Stride = {stride}, Padding = {padding}, CeilMode = {(ceil ? "true" : "false")})";
        return new LayerRule(text, input => padding > size / 2 ? null : Slide(input, input[0], length =>
        {
            if (!ceil)
            {
                return Windows(length, size, stride, padding, 1);
            }

            // A last window has to start inside the input or the left padding.
            long count = (long)Math.Ceiling((length + (2 * padding) - size) / (double)stride) + 1;
            return count > 0 && (count - 1) * stride >= length + padding ? count - 1 : count;
        }));
    }

    private static LayerRule Transposed(Choices choices)
    {
        // Options that exclude each other are wrong whatever the input is: here all of them suit each other.
        int filters = 1 + choices.Below(4), kernel = choices.Of(2, 3, 1), stride = choices.Of(1, 2), padding = choices.Of(0, 0, 1, 2);
        int extra = stride == 1 ? 0 : choices.Of(0, 0, 0, 1);
        return new LayerRule(
            $"ConvTranspose({filters}, {kernel}, Stride = {stride}, Padding = {padding}, OutputPadding = {extra})",
            input => Slide(input, filters, size => ((size - 1) * stride) - (2 * padding) + kernel + extra));
    }

    private static LayerRule Same(string text) => new(text, input => input);

    private static LayerRule Divided(Choices choices, string name, bool keeps)
    {
        int parts = choices.Of(1, 2, 3, 4);
        return new LayerRule($"{name}({parts})", input => input[0] % parts != 0 ? null : keeps ? input : [input[0] / parts, .. input.Skip(1)]);
    }

    private static LayerRule Scaled(int factor) => new($"Upsample({factor})", input => Slide(input, input[0], size => size * factor));

    private static LayerRule Padded(int padding) => new($"ZeroPad({padding})", input => Slide(input, input[0], size => size + (2 * padding)));

    private static LayerRule Reshape(Choices choices)
    {
        long[] sizes = choices.Of<long[]>([2, 8], [4, 3, 3], [3, 2, 2], [12]);
        return new LayerRule($"Reshape({string.Join(", ", sizes)})", input => Product(input) == Product(sizes) ? sizes : null);
    }

    private static LayerRule Reduced(Choices choices)
    {
        string name = choices.Of("GlobalAvgPool", "GlobalMaxPool", "GlobalSumPool");
        return new LayerRule(name, input => input.Length == 1 ? null : [input[0]]);
    }

    private static long Product(long[] sizes) => sizes.Aggregate((a, b) => a * b);

    private static long Windows(long size, long kernel, long stride, long padding, long dilation)
    {
        long slack = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        return slack < 0 ? 0 : (slack / stride) + 1;
    }

    private static long[]? Slide(long[] input, long channels, Func<long, long> length)
    {
        long[] output = [channels, .. input.Skip(1).Select(length)];
        return input.Length == 1 || output.Any(size => size < 1) ? null : output;
    }
}
