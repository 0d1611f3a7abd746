using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Generator.Tests.Generation;

/// <summary>Files of different networks have different names, also where file systems do not see the difference.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("namespace Demo { [Network(4), Dense(2)] public partial class Net; } namespace demo { [Network(4), Dense(3)] public partial class Net; }")]
    [InlineData("[Network(4), Dense(2)] public partial class Net; [Network(4), Dense(3)] public partial class NET;")]
    [InlineData("partial class Outer { [Network(4), Dense(2)] public partial class Net; } partial class outer { [Network(4), Dense(3)] public partial class Net; }")]
    [InlineData("[Network(4), Dense(2)] public partial class Net { [Network(4), Dense(3)] public partial class Definition; }")]
    [InlineData("namespace Demo.A { [Network(4), Dense(2)] public partial class Net; } namespace Demo { partial class A_ { [Network(4), Dense(3)] public partial class Net; } }")]
    [InlineData("partial class Größe { [Network(4), Dense(2)] public partial class Net; } partial class Gröſe { [Network(4), Dense(3)] public partial class Net; }")]
    public void Networks_ThatDifferInCaseOrNesting_AreBothCompiled(string source)
    {
        GeneratorRunResult result = NetworkSource.Generate(NetworkSource.Compile("using CnnCompiler;\n" + source)).Run.Results.Single();
        Assert.Null(result.Exception);
        string[] names = [.. result.GeneratedSources.Select(file => file.HintName)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(2, names.Count(name => name.EndsWith(".Gradient.g.cs", StringComparison.Ordinal)));
    }
}
