using System;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Groups of channels that are convolved apart have equal sizes, on both sides.</summary>
internal static class GroupRule
{
    /// <summary>Reports groups that do not divide the input's channels and the filters.</summary>
    /// <param name="context">The layer's input.</param>
    /// <param name="text">The layer as written.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="filters">Its output channels.</param>
    public static bool Check(ShapeContext context, string text, int groups, int filters)
    {
        int channels = context.Input.Channels;
        if (channels % groups == 0 && filters % groups == 0)
        {
            return true;
        }

        bool inputs = channels % groups != 0;
        int number = inputs ? channels : filters;
        string[] divisors = [.. Enumerable.Range(1, Math.Min(Math.Min(channels, filters), 1024))
            .Where(divisor => channels % divisor == 0 && filters % divisor == 0)
            .Select(divisor => divisor.ToString(CultureInfo.InvariantCulture))];
        context.ReportFixable(
            DiagnosticDescriptors.GroupsDoNotDivide, "Groups", DivisorRemedies.Of("Groups", groups, channels, filters), text, groups,
            inputs ? string.Format(CultureInfo.InvariantCulture, "the {0} channels that {1} gives ({2})", channels, context.Source, context.Input)
                : string.Format(CultureInfo.InvariantCulture, "its {0} filters", filters),
            string.Format(CultureInfo.InvariantCulture, "{0} / {1} leaves {2}", number, groups, number % groups),
            divisors.Length == 1 ? "Groups = 1" : "one of " + string.Join(", ", divisors.Take(12)));
        return false;
    }
}
