using System.CommandLine;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary>Options for counts.</summary>
internal static class PositiveOption
{
    /// <summary>A new option for a whole number of at least 1.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">Its description.</param>
    /// <param name="value">Its default.</param>
    public static Option<int> Create(string name, string description, int value = 1)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} has to be at least 1, found {result.GetValueOrDefault<int>()}.");
            }
        });
        return option;
    }
}
