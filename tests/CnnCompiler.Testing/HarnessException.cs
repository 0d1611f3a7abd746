using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Testing;

/// <summary>A source with networks does not compile.</summary>
/// <param name="message">The errors with the lines around them.</param>
/// <param name="errors">The errors.</param>
public sealed class HarnessException(string message, IReadOnlyList<Diagnostic> errors) : Exception(message)
{
    /// <summary>The errors.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
