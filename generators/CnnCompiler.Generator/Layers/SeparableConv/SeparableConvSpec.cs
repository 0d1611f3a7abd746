using System.Collections.Generic;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Layers.DepthwiseConv;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.SeparableConv;

/// <summary>A depthwise convolution, then a 1x1 convolution over channels.</summary>
internal sealed record SeparableConvLayer(LayerHeader Header, DepthwiseConvLayer Depthwise, ConvLayer Pointwise) : CompositeLayer(Header)
{
    public override IReadOnlyList<(string Name, Layer Layer)> Parts => [("depthwise", Depthwise), ("pointwise", Pointwise)];

    public static SeparableConvLayer Parse(AttributeReader reader)
    {
        ConvLayer options = ConvLayer.Parse(reader);
        ConvLayer pointwise = options with
        {
            KernelHeight = 1,
            KernelWidth = 1,
            StrideHeight = 1,
            StrideWidth = 1,
            PaddingHeight = 0,
            PaddingWidth = 0,
            Dilation = 1,
            Same = false,
            Causal = false,
            ImageOption = null,
            PerAxisPadding = false,
        };
        return new(options.Header, new DepthwiseConvLayer(options.Header, 1, options), pointwise);
    }
}
