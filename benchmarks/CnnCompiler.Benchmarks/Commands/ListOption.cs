using System.CommandLine;
using System.Globalization;
using System.Linq;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary>Options with several values: <c>a,b</c> or <c>a b</c>.</summary>
internal static class ListOption
{
    /// <summary>Names from a list.</summary>
    /// <param name="name">The option's name, with dashes.</param>
    /// <param name="description">Its description.</param>
    /// <param name="known">The names, which are the default too.</param>
    public static Option<string[]> Names(string name, string description, string[] known) => new(name)
    {
        Description = $"{description} Some of {string.Join(",", known)}; default all.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => known,
        CustomParser = result =>
        {
            string[] values = [.. result.Tokens.SelectMany(token => token.Value.Split(','))];
            if (values.FirstOrDefault(value => !known.Contains(value)) is { } wrong)
            {
                result.AddError($"{name}: '{wrong}' is none of {string.Join(", ", known)}.");
            }

            return values;
        },
    };

    /// <summary>Whole numbers of at least 1.</summary>
    /// <param name="name">The option's name, with dashes.</param>
    /// <param name="description">Its description.</param>
    /// <param name="values">Its default.</param>
    public static Option<int[]> Counts(string name, string description, int[] values) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => values,
        CustomParser = result =>
        {
            var counts = result.Tokens.SelectMany(token => token.Value.Split(','))
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0).ToArray();
            if (counts.Contains(0))
            {
                result.AddError($"{name} has to be whole numbers of at least 1, found {string.Join(' ', result.Tokens.Select(token => token.Value))}.");
            }

            return counts;
        },
    };
}
