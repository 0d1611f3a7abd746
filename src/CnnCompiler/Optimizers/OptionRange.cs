using System;
using System.Runtime.CompilerServices;

namespace CnnCompiler;

/// <summary>Checks of optimizer and schedule options; the messages name the option, its range and the value found.</summary>
internal static class OptionRange
{
    /// <summary>A finite value of at least 0.</summary>
    public static float NotNegative(float value, [CallerMemberName] string option = "")
        => float.IsFinite(value) && value >= 0 ? value : throw Error(option, "a finite number of at least 0", value);

    /// <summary>A finite value above 0.</summary>
    public static float Positive(float value, [CallerMemberName] string option = "")
        => float.IsFinite(value) && value > 0 ? value : throw Error(option, "a finite number above 0", value);

    /// <summary>A value of at least 0 and below 1.</summary>
    public static float Fraction(float value, [CallerMemberName] string option = "")
        => value is >= 0 and < 1 ? value : throw Error(option, "at least 0 and below 1", value);

    // Without the value as such: the message has it, and .NET would add a line.
    private static ArgumentOutOfRangeException Error(string option, string range, float value)
        => new(option, FormattableString.Invariant($"{option} has to be {range}, found {value}."));
}
