using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Tests;

/// <summary>A diagnostic as a test sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">The source text at its location.</param>
/// <param name="Message">Its message.</param>
/// <param name="Severity">Its severity.</param>
public sealed record Reported(string Id, string At, string Message, DiagnosticSeverity Severity);
