using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>Model C: convolutions and max pools.</summary>
/// <remarks>
/// 954,730 parameters, 228,331,008 multiply-accumulates.
/// <para/>
/// J. T. Springenberg, A. Dosovitskiy, T. Brox, M. Riedmiller: Striving for Simplicity: The All Convolutional Net, ICLR 2015 workshop, arXiv
/// 1412.6806, tables 1 and 2.
/// </remarks>
[Network(3, 32, 32)]
[Dropout(0.2)]
[Conv(96, 3, Padding = 1, Init = He), Relu, Conv(96, 3, Padding = 1, Init = He), Relu, MaxPool(3, Stride = 2, Padding = 1), Dropout]
[Conv(192, 3, Padding = 1, Init = He), Relu, Conv(192, 3, Padding = 1, Init = He), Relu, MaxPool(3, Stride = 2, Padding = 1), Dropout]
[Conv(192, 3, Init = He), Relu, Conv(192, 1, Init = He), Relu]
[Conv(10, 1, Init = He), Relu, GlobalAvgPool]
public partial class BaseCnnC;
