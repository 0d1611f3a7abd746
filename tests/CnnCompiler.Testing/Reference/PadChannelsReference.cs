namespace CnnCompiler.Testing.Reference;

/// <summary>A shortcut without parameters: positions 0, s, 2s, .. of each axis, s the smallest step that gives the target's size; zero channels at the end.</summary>
internal static class PadChannelsReference
{
    /// <summary>The shortcut of a batch.</summary>
    public static double[] Forward(double[] x, MapShape input, MapShape output)
    {
        var y = new double[x.Length / input.Size * output.Size];
        foreach ((int from, int to) in Pairs(x.Length / input.Size, input, output))
            y[to] = x[from];
        return y;
    }

    /// <summary>The gradient by what <see cref="Forward"/> read.</summary>
    public static double[] Backward(double[] dy, MapShape input, MapShape output)
    {
        var dx = new double[dy.Length / output.Size * input.Size];
        foreach ((int from, int to) in Pairs(dy.Length / output.Size, input, output))
            dx[from] = dy[to];
        return dx;
    }

    private static System.Collections.Generic.IEnumerable<(int From, int To)> Pairs(int batch, MapShape input, MapShape output)
    {
        int stepHeight = Step(input.Height, output.Height), stepWidth = Step(input.Width, output.Width);
        for (int sample = 0; sample < batch; sample++)
        {
            for (int channel = 0; channel < input.Channels; channel++)
            {
                for (int row = 0; row < output.Height; row++)
                {
                    for (int column = 0; column < output.Width; column++)
                    {
                        int from = (((sample * input.Channels) + channel) * input.Height) + (row * stepHeight);
                        int to = (((sample * output.Channels) + channel) * output.Height) + row;
                        yield return ((from * input.Width) + (column * stepWidth), (to * output.Width) + column);
                    }
                }
            }
        }
    }

    private static int Step(int size, int target)
    {
        int step = 1;
        while ((size + step - 1) / step > target)
            step++;
        return step;
    }
}
