using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Layers.AlphaDropout;
using CnnCompiler.Generator.Layers.AvgPool;
using CnnCompiler.Generator.Layers.BatchNorm;
using CnnCompiler.Generator.Layers.ChannelScale;
using CnnCompiler.Generator.Layers.ContrastNorm;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Layers.ConvTranspose;
using CnnCompiler.Generator.Layers.Dense;
using CnnCompiler.Generator.Layers.DepthwiseConv;
using CnnCompiler.Generator.Layers.Dropout;
using CnnCompiler.Generator.Layers.Elu;
using CnnCompiler.Generator.Layers.Flatten;
using CnnCompiler.Generator.Layers.Gelu;
using CnnCompiler.Generator.Layers.GlobalAvgPool;
using CnnCompiler.Generator.Layers.GlobalMaxPool;
using CnnCompiler.Generator.Layers.GlobalSumPool;
using CnnCompiler.Generator.Layers.GroupNorm;
using CnnCompiler.Generator.Layers.InstanceNorm;
using CnnCompiler.Generator.Layers.LayerNorm;
using CnnCompiler.Generator.Layers.LeakyRelu;
using CnnCompiler.Generator.Layers.LocallyConnected;
using CnnCompiler.Generator.Layers.LocalResponseNorm;
using CnnCompiler.Generator.Layers.LogSoftmax;
using CnnCompiler.Generator.Layers.Maxout;
using CnnCompiler.Generator.Layers.MaxPool;
using CnnCompiler.Generator.Layers.PositionalNorm;
using CnnCompiler.Generator.Layers.PRelu;
using CnnCompiler.Generator.Layers.RadialBasis;
using CnnCompiler.Generator.Layers.Relu;
using CnnCompiler.Generator.Layers.Reshape;
using CnnCompiler.Generator.Layers.Selu;
using CnnCompiler.Generator.Layers.SeparableConv;
using CnnCompiler.Generator.Layers.Sigmoid;
using CnnCompiler.Generator.Layers.Silu;
using CnnCompiler.Generator.Layers.Softmax;
using CnnCompiler.Generator.Layers.Softplus;
using CnnCompiler.Generator.Layers.SpatialDropout;
using CnnCompiler.Generator.Layers.Square;
using CnnCompiler.Generator.Layers.Tanh;
using CnnCompiler.Generator.Layers.Threshold;
using CnnCompiler.Generator.Layers.TiledConv;
using CnnCompiler.Generator.Layers.Upsample;
using CnnCompiler.Generator.Layers.ZeroPad;

namespace CnnCompiler.Generator.Layers;

/// <summary>The only list of layers.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, LayerKind> _byAttribute;

    static LayerCatalog()
    {
        All =
        [
            new("Conv", ConvLayer.Parse),
            new("DepthwiseConv", DepthwiseConvLayer.Parse),
            new("SeparableConv", SeparableConvLayer.Parse),
            new("ConvTranspose", ConvTransposeLayer.Parse),
            new("Dense", DenseLayer.Parse),
            new("MaxPool", MaxPoolLayer.Parse),
            new("AvgPool", AvgPoolLayer.Parse),
            new("GlobalAvgPool", GlobalAvgPoolLayer.Parse),
            new("GlobalMaxPool", GlobalMaxPoolLayer.Parse),
            new("Flatten", FlattenLayer.Parse),
            new("Relu", ReluLayer.Parse),
            new("LeakyRelu", LeakyReluLayer.Parse),
            new("Sigmoid", SigmoidLayer.Parse),
            new("Tanh", TanhLayer.Parse),
            new("Softmax", SoftmaxLayer.Parse),
            new("LogSoftmax", LogSoftmaxLayer.Parse),
            new("Dropout", DropoutLayer.Parse),
            new("PRelu", PReluLayer.Parse),
            new("Elu", EluLayer.Parse),
            new("Selu", SeluLayer.Parse),
            new("Gelu", GeluLayer.Parse),
            new("Silu", SiluLayer.Parse),
            new("Softplus", SoftplusLayer.Parse),
            new("Square", SquareLayer.Parse),
            new("Threshold", ThresholdLayer.Parse),
            new("ChannelScale", ChannelScaleLayer.Parse),
            new("GlobalSumPool", GlobalSumPoolLayer.Parse),
            new("Maxout", MaxoutLayer.Parse),
            new("AlphaDropout", AlphaDropoutLayer.Parse),
            new("SpatialDropout", SpatialDropoutLayer.Parse),
            new("Reshape", ReshapeLayer.Parse),
            new("ZeroPad", ZeroPadLayer.Parse),
            new("Upsample", UpsampleLayer.Parse),
            new("BatchNorm", BatchNormLayer.Parse),
            new("LayerNorm", LayerNormLayer.Parse),
            new("InstanceNorm", InstanceNormLayer.Parse),
            new("GroupNorm", GroupNormLayer.Parse),
            new("PositionalNorm", PositionalNormLayer.Parse),
            new("LocalResponseNorm", LocalResponseNormLayer.Parse),
            new("ContrastNorm", ContrastNormLayer.Parse),
            new("RadialBasis", RadialBasisLayer.Parse),
            new("LocallyConnected", LocallyConnectedLayer.Parse),
            new("TiledConv", TiledConvLayer.Parse),
            new("PixelShuffle", PixelShuffle.PixelShuffleLayer.Parse),
        ];
        _byAttribute = All.ToDictionary(kind => kind.AttributeName, StringComparer.Ordinal);
    }

    /// <summary>Every kind of layer, in the order of the documentation.</summary>
    public static IReadOnlyList<LayerKind> All { get; }

    /// <summary>The kind that an attribute class stands for, or null.</summary>
    public static LayerKind? Find(string attributeName) => _byAttribute.TryGetValue(attributeName, out LayerKind? kind) ? kind : null;
}
