using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CnnCompiler.Generator.Tests.CodeFixes;

/// <summary>Every kind of repair, for all mistakes of a document, a project and a solution.</summary>
public sealed class FixAllTests
{
    [Theory]
    [InlineData("CNN001", "Partial", "[Network(4), Dense(2)] public class N;")]
    [InlineData("CNN101", "FitKernel", "[Network(1, 6, 6), Conv(4, 11), Dense(2)] public partial class N;")]
    [InlineData("CNN101", "KeepSize", "[Network(1, 6, 6), Conv(4, 11), Dense(2)] public partial class N;")]
    [InlineData("CNN105", "MostPadding", "[Network(3, 9, 9), MaxPool(3, Padding = 2), Dense(2)] public partial class N;")]
    [InlineData("CNN208", "EvenPadding", "[Network(1, 9, 9), Conv(4, 4, Stride = 3), Dense(2)] public partial class N;")]
    [InlineData("CNN208", "EvenStride", "[Network(1, 9, 9), Conv(4, 4, Stride = 3), Dense(2)] public partial class N;")]
    [InlineData("CNN208", "CeilMode", "[Network(1, 8, 8), MaxPool(3), Dense(2)] public partial class N;")]
    [InlineData("CNN102", "Divisor", "[Network(6, 8, 8), GroupNorm(4), Dense(2)] public partial class N;")]
    [InlineData("CNN205", "NoBias", "[Network(4), Dense(3), BatchNorm, Dense(2)] public partial class N;")]
    [InlineData("CNN204", "RemoveActivation", "[Network(4), Dense(3), Relu, Relu, Dense(2)] public partial class N;")]
    [InlineData("CNN206", "RemoveSoftmax", "[Network(4), Dense(2), LogSoftmax] public partial class N;")]
    [InlineData("CNN120", "Projection", "[Network(3, 8, 8), Residual<Main>, Dense(2)] public partial class N { [Conv(4, 1)] class Main; }")]
    [InlineData("CNN121", "KeepSize", "[Network(3, 8, 8), Concat<A, B>, Dense(2)] public partial class N { [Conv(4, 1)] class A; [Conv(4, 3)] class B; }")]
    [InlineData("CNN121", "FitBranch", "[Network(3, 8, 8), Concat<A, B>, Dense(2)] public partial class N { class A; [MaxPool(3)] class B; }")]
    [InlineData("CNN020", "TensorName", "[Network(4), Save(\"input\"), Dense(4), Add(\"imput\"), Dense(2)] public partial class N;")]
    public async Task EveryMistakeOfAScope_IsRepaired(string id, string kind, string network)
    {
        string[] sources = [Source("A", network), Source("B", network)];
        FixedProject document = await FixedProject.Create(sources).ApplyToAll(id, kind);
        Assert.NotEqual(sources[0], document.Texts.First());
        Assert.Equal(sources[1], document.Texts.Last());
        FixedProject project = await FixedProject.Create(sources).ApplyToAll(id, kind, FixAllScope.Project);
        Assert.Equal(project.Texts, (await FixedProject.Create(sources).ApplyToAll(id, kind, FixAllScope.Solution)).Texts);
        Assert.Equal(document.Texts.First(), project.Texts.First());
        Assert.NotEqual(sources[1], project.Texts.Last());
    }

    // Two networks of one file, so that changes of a document meet each other.
    private static string Source(string space, string network) =>
        "using CnnCompiler;\nnamespace " + space + "\n{\n    " + network + "\n    " + network.Replace("class N", "class M") + "\n}\n";
}
