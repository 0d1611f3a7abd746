using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Numbers of groups that come out even: the nearest one, and the next one on the other side.</summary>
internal static class DivisorRemedies
{
    /// <summary>The repairs.</summary>
    /// <param name="argument">The argument (see <see cref="RemedyEdit.Argument"/>).</param>
    /// <param name="written">Its value.</param>
    /// <param name="first">What has to be divided.</param>
    /// <param name="second">What has to be divided too.</param>
    public static IEnumerable<Remedy> Of(string argument, int written, int first, int second)
    {
        int below = written - 1, above = written + 1, largest = System.Math.Min(first, second);
        while (below > 1 && !Divides(below))
        {
            below--;
        }

        while (above <= largest && !Divides(above))
        {
            above++;
        }

        // A number beyond all channels has divisors on one side only.
        below = System.Math.Min(below, largest);
        while (!Divides(below))
        {
            below--;
        }

        if (above > largest)
        {
            yield return Set(RemedyKinds.Divisor, below);
            yield break;
        }

        bool down = written - below <= above - written;
        yield return Set(RemedyKinds.Divisor, down ? below : above);
        yield return Set(RemedyKinds.OtherDivisor, down ? above : below);

        bool Divides(int number) => first % number == 0 && second % number == 0;

        Remedy Set(string kind, int number) => Remedy.Set(kind, argument, number.ToString(CultureInfo.InvariantCulture));
    }
}
