using System;
using System.CommandLine;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary>The option <c>--isa</c>.</summary>
internal static class IsaOption
{
    /// <summary>A new option; without it, a command takes what it says.</summary>
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--isa") { Description = "Force an instruction set, rather than the best one of this processor." };
        option.AcceptOnlyFromAmong("portable", "avx2", "avx512");
        return option;
    }

    /// <summary>Its value.</summary>
    public static Isa? Parse(string? text) => text is null ? null : Enum.Parse<Isa>(text, ignoreCase: true);

    /// <summary>The name of an instruction set in output.</summary>
    public static string Name(Isa isa) => isa.ToString().ToLowerInvariant();
}
