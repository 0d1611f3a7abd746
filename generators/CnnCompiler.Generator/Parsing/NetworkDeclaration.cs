using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Parsing;

/// <summary>What it takes to write another part of a class.</summary>
/// <param name="Namespace">Its namespace, empty for the global one (with <c>@</c> where a keyword is a name).</param>
/// <param name="Name">The class name, with <c>@</c> where it is a keyword.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c>, ...</param>
/// <param name="ContainingTypes">Types around it, outermost first.</param>
/// <param name="FileName">The name of generated files, unique among networks: <c>Demo.LeNet5</c>.</param>
internal sealed record NetworkDeclaration(
    string Namespace, string Name, string Accessibility, EquatableArray<ContainingType> ContainingTypes, string FileName);
