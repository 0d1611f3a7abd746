using System;

namespace CnnCompiler.Testing;

/// <summary>A value is not what the reference says; fails the test in which it is thrown.</summary>
/// <param name="message">Names network, instruction set, tensor, index, the expected and the found value.</param>
public sealed class MismatchException(string message) : Exception(message);
