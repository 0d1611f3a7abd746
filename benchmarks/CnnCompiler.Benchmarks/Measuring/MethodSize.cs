namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>What the JIT's limits count in a method.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="IlBytes">Bytes of its code; above 60,000 the JIT does not optimise.</param>
/// <param name="Instructions">Instructions; 20,000.</param>
/// <param name="Blocks">Basic blocks; 2,000.</param>
/// <param name="Locals">Local variables; 2,000.</param>
internal readonly record struct MethodSize(string Name, int IlBytes, int Instructions, int Blocks, int Locals);
