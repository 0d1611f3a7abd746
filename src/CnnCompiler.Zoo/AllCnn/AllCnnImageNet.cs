using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>The all convolutional network for ImageNet (All-CNN-B).</summary>
/// <remarks>
/// 9,372,840 parameters, 1,213,344,288 multiply-accumulates.
/// <para/>
/// J. T. Springenberg, A. Dosovitskiy, T. Brox, M. Riedmiller: Striving for Simplicity: The All Convolutional Net, ICLR 2015 workshop, arXiv
/// 1412.6806, appendix B.
/// </remarks>
[Network(3, 227, 227)]
[Conv(96, 11, Stride = 4, Init = He), Relu, Conv(96, 1, Init = He), Relu, Conv(96, 3, Stride = 2, Init = He), Relu]
[Conv(256, 5, Padding = 2, Init = He), Relu, Conv(256, 1, Init = He), Relu, Conv(256, 3, Stride = 2, Init = He), Relu]
[Conv(384, 3, Padding = 1, Init = He), Relu, Conv(384, 1, Init = He), Relu, Conv(384, 3, Stride = 2, Init = He), Relu, Dropout]
[Conv(1024, 3, Padding = 1, Init = He), Relu, Conv(1024, 1, Init = He), Relu, Conv(1000, 1, Init = He), Relu]
[GlobalAvgPool]
public partial class AllCnnImageNet;
