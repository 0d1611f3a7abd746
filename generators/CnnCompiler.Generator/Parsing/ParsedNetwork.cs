using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Parsing;

/// <summary>What parsing a class gives, as a value.</summary>
/// <param name="Declaration">The class, or null where no part can be added to it.</param>
/// <param name="Spec">The network, or null where a mistake was found or the code is not complete.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record ParsedNetwork(NetworkDeclaration? Declaration, NetworkSpec? Spec, EquatableArray<DiagnosticInfo> Diagnostics);
