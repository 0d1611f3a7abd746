using System;

namespace CnnCompiler.Conformance;

/// <summary>A case fails for a reason that no comparison of numbers gives.</summary>
/// <param name="reason">The reason.</param>
internal sealed class CaseFailure(string reason) : Exception(reason);
