using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>The file of one piece of code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">Its text, or null where writing it failed.</param>
/// <param name="Failure">What went wrong, or null.</param>
internal sealed record KernelFile(Code Code, string? Text, string? Failure)
{
    /// <summary>
    /// The text to compile. A kernel that failed, or calls what failed, is a stub that throws where a network asks for it; other code that does is left out, since
    /// only kernels call it, and these are stubs too.
    /// </summary>
    /// <param name="failures">All files that failed.</param>
    /// <param name="enabled">The instruction sets.</param>
    public string? Standing(IReadOnlyList<KernelFile> failures, IReadOnlyList<VectorIsa> enabled)
    {
        if (failures.Count == 0)
        {
            return Text;
        }

        var failed = new HashSet<Code>(failures.Select(file => file.Code));
        return !KernelEmitter.Closure([Code], enabled).Any(failed.Contains) ? Text : Code is KernelCode kernel ? KernelEmitter.EmitStub(kernel) : null;
    }
}
