using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>The context network, large: as the basic one, with up to 32 times the maps.</summary>
/// <remarks>
/// 6,803,139 parameters, 27,857,313,792 multiply-accumulates. The paper starts from an identity that spreads a map over several; here the weights
/// start as He's.
/// <para/>
/// F. Yu, V. Koltun: Multi-Scale Context Aggregation by Dilated Convolutions, ICLR 2016, arXiv 1511.07122, table 1.
/// </remarks>
[Network(21, 64, 64)]
[Conv(2 * C, 3, Same = true, Init = He), Relu]
[Conv(2 * C, 3, Same = true, Init = He), Relu]
[Conv(4 * C, 3, Dilation = 2, Same = true, Init = He), Relu]
[Conv(8 * C, 3, Dilation = 4, Same = true, Init = He), Relu]
[Conv(16 * C, 3, Dilation = 8, Same = true, Init = He), Relu]
[Conv(32 * C, 3, Dilation = 16, Same = true, Init = He), Relu]
[Conv(32 * C, 3, Same = true, Init = He), Relu]
[Conv(C, 1, Init = He)]
public partial class ContextNetLarge
{
    private const int C = 21;
}
