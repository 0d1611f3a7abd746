using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission;

/// <summary>
/// The sizes and distances that a kernel's code names instead of spelling them out: its text asks for a value by name, and what was asked for
/// becomes the arguments of its steps.
/// </summary>
internal sealed class Sizes
{
    /// <summary>How many the runtime's <c>KernelArguments</c> hold.</summary>
    public const int Most = 64;

    private readonly List<(string Name, long Value, string Meaning)> _all = [];
    private readonly List<string> _used = [];

    /// <summary>All names, in the order in which the code asked for them.</summary>
    public IEnumerable<string> Names => _all.Select(size => size.Name);

    /// <summary>Names that the code asked for since <see cref="Begin"/>.</summary>
    public IEnumerable<string> Used => _used;

    /// <summary>Named arguments: <c>rows: 56</c>.</summary>
    public IReadOnlyList<string> Arguments => _all.Select(size => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1}{2}", size.Name, size.Value, size.Meaning.Length == 0 ? "" : $" /* {size.Meaning} */")).ToList();

    /// <summary>The name, as text for the code, of a value that layers may differ in.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="meaning">What the value stands for, where the number does not say it.</param>
    public string this[string name, long value, string meaning = ""]
    {
        get
        {
            int known = _all.FindIndex(size => size.Name == name);
            if (known < 0)
            {
                if (value is < int.MinValue or > int.MaxValue || _all.Count == Most)
                {
                    throw new InvalidOperationException($"{name} = {value}: a kernel takes {Most} sizes of 32 bits.");
                }

                _all.Add((name, value, meaning));
            }
            else if (_all[known].Value != value)
            {
                throw new InvalidOperationException($"{name} is {_all[known].Value} and {value}.");
            }

            if (!_used.Contains(name))
            {
                _used.Add(name);
            }

            return name;
        }
    }

    /// <summary>Another variant of the code begins.</summary>
    public void Begin() => _used.Clear();

    /// <summary>The sizes of a tensor.</summary>
    public SizedView Of(string name, View view) => new(this, name, view);
}

/// <summary>A <see cref="View"/> whose sizes are text that names them: <c>xRow</c>, <c>xPlane</c>.</summary>
internal readonly struct SizedView(Sizes sizes, string name, View view)
{
    public string Row => sizes[name + "Row", view.Row];

    public string Plane => sizes[name + "Plane", view.Plane];

    public string Sample => sizes[name + "Sample", view.Sample];

    /// <summary>A pointer to a plane of a sample, given variables <c>sample</c> and <c>block</c>.</summary>
    public string At(string argument) => $"a->{argument} + (nint)sample * {Sample} + (nint)block * {Plane}";

    /// <summary>A pointer to a row of it, given variable <c>row</c> too.</summary>
    public string RowAt(string argument) => $"{At(argument)} + row * {Row}";
}
