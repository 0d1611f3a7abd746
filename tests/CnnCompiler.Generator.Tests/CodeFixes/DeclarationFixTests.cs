using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CnnCompiler.Generator.Tests.CodeFixes;

/// <summary>Fixes of classes.</summary>
public sealed class DeclarationFixTests
{
    [Theory]
    [InlineData("public class Net;", "public partial class Net;")]
    [InlineData("class @class;", "partial class @class;")]
    [InlineData("internal sealed /* one */ class Net { }", "internal sealed /* one */ partial class Net { }")]
    public async Task Class_IsMadePartial(string before, string after)
    {
        const string Attributes = "using CnnCompiler;\n\n/// <summary>A network.</summary>\n[Network(4), Dense(2)]\n";
        string name = before.Contains('@') ? "class" : "Net";
        FixedProject result = await FixedProject.Create(Attributes + before).Apply("CNN001", "Make " + name + " partial");
        Assert.Equal(Attributes + after, result.Text);
    }

    [Theory]
    [InlineData("public static class Outer { ? }", "Outer", "public static partial class Outer { ? }")]
    [InlineData("readonly record struct Outer { ? }", "Outer", "readonly partial record struct Outer { ? }")]
    [InlineData("partial class Outer { interface IInner { ? } }", "IInner", "partial class Outer { partial interface IInner { ? } }")]
    public async Task TypeAroundTheClass_IsMadePartial(string before, string type, string after)
    {
        const string Net = "[Network(4), Dense(2)] public partial class Net;";
        FixedProject result = await FixedProject.Create("using CnnCompiler;\n" + before.Replace("?", Net)).Apply("CNN004", "Make " + type + " partial");
        Assert.Equal("using CnnCompiler;\n" + after.Replace("?", Net), result.Text);
    }

    [Fact]
    public async Task FixAll_MakesEveryClassPartial()
    {
        const string Source = "using CnnCompiler;\n[Network(4), Dense(2)] class A;\nclass B { class C { [Network(4), Dense(2)] partial class D; } }\n[Network(4), Dense(2)] class E;\n";
        FixedProject result = await FixedProject.Create(Source).ApplyToAll("CNN001", "Partial");
        Assert.Equal(Source.Replace(" class A", " partial class A").Replace(" class E", " partial class E"), result.Text);
        result = await result.ApplyToAll("CNN004", "Partial");
        Assert.Equal("using CnnCompiler;\n[Network(4), Dense(2)] partial class A;\npartial class B { partial class C { [Network(4), Dense(2)] partial class D; } }\n[Network(4), Dense(2)] partial class E;\n", result.Text);
        Assert.Empty(await result.Diagnose());
    }

    // The generator gives every diagnostic with a repair to a fix that writes it; the list is that of the fixes.
    [Fact]
    public void EveryFix_IsExportedAndHasFixAll() => Assert.All(FixedProject.Fixes, fix =>
    {
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.NotNull(fix.GetFixAllProvider());
        Assert.Contains(fix.GetType().GetCustomAttributes(inherit: false), attribute => attribute is Microsoft.CodeAnalysis.CodeFixes.ExportCodeFixProviderAttribute);
        Assert.Single(FixedProject.Fixes, other => other.GetType() == fix.GetType());
    });
}
