using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>All-CNN-A: the pools of model A are convolutions of their own.</summary>
/// <remarks>
/// 1,254,250 parameters, 181,145,088 multiply-accumulates.
/// <para/>
/// J. T. Springenberg, A. Dosovitskiy, T. Brox, M. Riedmiller: Striving for Simplicity: The All Convolutional Net, ICLR 2015 workshop, arXiv
/// 1412.6806, tables 1 and 2.
/// </remarks>
[Network(3, 32, 32)]
[Dropout(0.2)]
[Conv(96, 5, Padding = 2, Init = He), Relu, Conv(96, 3, Stride = 2, Padding = 1, Init = He), Relu, Dropout]
[Conv(192, 5, Padding = 2, Init = He), Relu, Conv(192, 3, Stride = 2, Padding = 1, Init = He), Relu, Dropout]
[Conv(192, 3, Init = He), Relu, Conv(192, 1, Init = He), Relu]
[Conv(10, 1, Init = He), Relu, GlobalAvgPool]
public partial class AllCnnA;
