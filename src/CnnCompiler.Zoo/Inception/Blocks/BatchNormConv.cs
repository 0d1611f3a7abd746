namespace CnnCompiler.Zoo;

/// <summary>A convolution with batch norm and ReLU, as torchvision's Inception networks have it: epsilon 0.001.</summary>
[Conv(Filters, Height, Width, StrideHeight = Stride, StrideWidth = Stride, PaddingHeight = PaddingHeight, PaddingWidth = PaddingWidth, Bias = false)]
[BatchNorm(Epsilon = 0.001), Relu]
internal abstract class BatchNormConv
{
    [Parameter] private const int Filters = 64, Height = 1, Width = Height, Stride = 1, PaddingHeight = 0, PaddingWidth = PaddingHeight;
}
