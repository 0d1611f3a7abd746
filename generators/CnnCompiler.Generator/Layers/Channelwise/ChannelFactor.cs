namespace CnnCompiler.Generator.Layers.Channelwise;

/// <summary>What the gradient by the output is multiplied by in a sum over a channel.</summary>
internal enum ChannelFactor
{
    /// <summary>The input.</summary>
    Input,

    /// <summary>The input where it is negative, else zero.</summary>
    NegativeInput,

    /// <summary>The input less the channel's mean.</summary>
    Deviation,
}
