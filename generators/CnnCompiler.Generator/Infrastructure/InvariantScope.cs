using System;
using System.Globalization;

namespace CnnCompiler.Generator.Infrastructure;

/// <summary>
/// Makes number formatting independent of the machine's culture while text is generated: interpolated strings and the printed parameters of
/// records, of which names are hashed, use the current culture.
/// </summary>
internal readonly struct InvariantScope : IDisposable
{
#pragma warning disable RS1035 // The rule is against results that depend on the culture; this makes them independent of it.
    private readonly CultureInfo _previous;

    private InvariantScope(CultureInfo previous) => _previous = previous;

    public static InvariantScope Enter()
    {
        var scope = new InvariantScope(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return scope;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _previous;
#pragma warning restore RS1035
}
