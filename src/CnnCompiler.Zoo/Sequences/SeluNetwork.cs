using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>A self-normalising network of eight layers, for the descriptors of a molecule and the twelve tasks of Tox21.</summary>
/// <remarks>
/// 2,255,372 parameters, 2,251,264 multiply-accumulates. The paper compares depths of 2, 3, 4, 6, 8, 16, 32 and several widths.
/// <para/>
/// G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter: Self-Normalizing Neural Networks, NIPS 2017, arXiv 1706.02515.
/// </remarks>
[Network(801)]
[Use<SeluLayer>(512, Repeat = 8)]
[Dense(12, Init = LeCun)]
[BinaryCrossEntropyLoss]
public partial class SeluNetwork
{
    [Dense(Units, Init = LeCun), Selu, AlphaDropout(0.05)]
    private abstract class SeluLayer
    {
        [Parameter] private const int Units = 512;
    }
}
