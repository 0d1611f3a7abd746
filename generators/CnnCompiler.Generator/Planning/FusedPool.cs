using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>A pool that the operation before computes from its rows, so that what it reads never reaches memory.</summary>
/// <param name="Function">What it makes of windows.</param>
/// <param name="Input">The shape of what it reads.</param>
/// <param name="InputActivation">The activation of what it reads; its own is the operation's.</param>
/// <param name="Parts">Parts that its rows are cut into.</param>
internal sealed record FusedPool(PoolFunction Function, Shape Input, Activation InputActivation, int Parts);

/// <summary>Whether a layer computes the pool behind it.</summary>
/// <param name="Parts">Parts that the pool's rows are cut into; 0: it does not.</param>
/// <param name="Reason">Why so, for comments.</param>
internal readonly record struct PoolChoice(int Parts, string Reason)
{
    public bool IsFused => Parts > 0;
}
