using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Numbers of groups that come out even: the nearest one, and the next one on the other side.</summary>
internal static class DivisorRemedies
{
    // Whoever writes a number that is further off means something else.
    private const int MostTried = 1024;

    /// <summary>The repairs.</summary>
    /// <param name="argument">The argument (see <see cref="RemedyEdit.Argument"/>).</param>
    /// <param name="written">Its value.</param>
    /// <param name="first">What has to be divided.</param>
    /// <param name="second">What has to be divided too.</param>
    public static IEnumerable<Remedy> Of(string argument, int written, int first, int second)
    {
        int largest = System.Math.Min(first, second);
        int? below = Enumerable.Range(0, MostTried).Select(step => System.Math.Min(written - 1, largest) - step).Where(number => number > 0 && Divides(number)).Cast<int?>().FirstOrDefault();
        int? above = Enumerable.Range(0, MostTried).Select(step => written + 1L + step).Where(number => number <= largest && Divides((int)number)).Select(number => (int?)number).FirstOrDefault();
        int?[] nearest = [.. new[] { below, above }.Where(number => number is not null).OrderBy(number => System.Math.Abs((long)number!.Value - written))];
        return nearest.Select((number, index) =>
            Remedy.Set(index == 0 ? RemedyKinds.Divisor : RemedyKinds.OtherDivisor, argument, number!.Value.ToString(CultureInfo.InvariantCulture)));

        bool Divides(int number) => first % number == 0 && second % number == 0;
    }
}
