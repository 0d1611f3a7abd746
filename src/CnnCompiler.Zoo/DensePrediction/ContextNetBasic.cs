using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>The context network, basic: what 21 score maps say about each other in a field of 67x67, by dilations of up to 16.</summary>
/// <remarks>
/// 28,392 parameters, 115,605,504 multiply-accumulates. Starts as the identity.
/// <para/>
/// F. Yu, V. Koltun: Multi-Scale Context Aggregation by Dilated Convolutions, ICLR 2016, arXiv 1511.07122, table 1.
/// </remarks>
[Network(21, 64, 64)]
[Conv(C, 3, Same = true, Init = Identity), Relu]
[Conv(C, 3, Same = true, Init = Identity), Relu]
[Conv(C, 3, Dilation = 2, Same = true, Init = Identity), Relu]
[Conv(C, 3, Dilation = 4, Same = true, Init = Identity), Relu]
[Conv(C, 3, Dilation = 8, Same = true, Init = Identity), Relu]
[Conv(C, 3, Dilation = 16, Same = true, Init = Identity), Relu]
[Conv(C, 3, Same = true, Init = Identity), Relu]
[Conv(C, 1, Init = Identity)]
public partial class ContextNetBasic
{
    private const int C = 21;
}
