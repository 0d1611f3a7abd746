using System;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>A vector of channels of one position, as the text of a kernel addresses it.</summary>
/// <param name="Block">Its block of 16 channels; null inside a loop over variable <c>block</c>.</param>
/// <param name="Lane">Its first channel in the block.</param>
/// <param name="IsPartial">Whether its last lanes are beyond the last channel.</param>
internal readonly record struct ChannelVector(int? Block, int Lane, bool IsPartial)
{
    /// <summary>The first channel, as a float expression.</summary>
    public string First => Block is { } block ? $"{(16 * block) + Lane}f" : $"(float)(block * 16{ProductKernel.Plus(Lane)})";

    /// <summary>Its address, given a pointer to channel 0 and the distance of blocks.</summary>
    public string At(string pointer, int plane) =>
        Block is { } block ? pointer + ProductKernel.Plus((block * plane) + Lane) : $"{pointer} + block * {plane}{ProductKernel.Plus(Lane)}";

    /// <summary>The expression, zero in lanes beyond the last channel.</summary>
    public string Mask(string value) => IsPartial ? $"{value} & valid" : value;
}

/// <summary>Writes code that goes over all channels of one position, a vector at a time; few channels become straight-line code.</summary>
internal sealed class ChannelSweep(CodeWriter writer, VectorIsa isa, int channels)
{
    // Full blocks that are worth unrolling.
    private const int UnrolledBlocks = 2;

    private int Tail => channels % 16;

    /// <summary>Declares <c>valid</c>, the mask of lanes that hold channels in the vector that is cut by the last channel.</summary>
    public void DeclareMask()
    {
        if (Tail % isa.Lanes != 0)
        {
            writer.Line($"V valid = LessThan(V.Indices, Create({Tail % isa.Lanes}f));");
        }
    }

    /// <summary>Writes <paramref name="body"/> for each vector that holds channels, and <paramref name="padding"/> for those that only fill up the last block.</summary>
    public void Emit(Action<ChannelVector> body, Action<ChannelVector>? padding = null)
    {
        int full = channels / 16;
        if (full > UnrolledBlocks)
        {
            using (writer.Block($"for (int block = 0; block < {full}; block++)"))
            {
                EmitBlock(null, body);
            }
        }
        else
        {
            for (int block = 0; block < full; block++)
            {
                EmitBlock(block, body);
            }
        }

        for (int lane = 0; lane < 16 && Tail > 0; lane += isa.Lanes)
        {
            var vector = new ChannelVector(full, lane, lane < Tail && Tail < lane + isa.Lanes);
            (lane < Tail ? body : padding)?.Invoke(vector);
        }
    }

    /// <summary>Declares <c>top</c>, the largest channel at <paramref name="pointer"/>: taken off first, so that exponentials stay finite. NaN if a channel is.</summary>
    public void EmitTop(string pointer, int plane)
    {
        writer.Line("// The largest channel.");
        writer.Line("V most = Create(float.NegativeInfinity);");
        Emit(v =>
        {
            string x = $"Load({v.At(pointer, plane)})";
            writer.Line($"most = MaxNative(most, {(v.IsPartial ? isa.Select("valid", x, "most") : x)});");
        });
        writer.Line("float top = most[0];");
        using (writer.Block($"for (int lane = 1; lane < {isa.Lanes}; lane++)"))
        {
            writer.Line("top = MathF.Max(top, most[lane]);");
        }
    }

    private void EmitBlock(int? block, Action<ChannelVector> body)
    {
        for (int lane = 0; lane < 16; lane += isa.Lanes)
        {
            body(new ChannelVector(block, lane, false));
        }
    }
}
