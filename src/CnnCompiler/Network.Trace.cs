using System.ComponentModel;
using System.Diagnostics;
using CnnCompiler.Runtime;

namespace CnnCompiler;

public abstract unsafe partial class Network
{
    /// <summary>Gets the duration of each kernel call of this instance; <see langword="null"/>, the default, measures nothing. Set it between calls.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public KernelTrace? Trace { get; set; }

    private void RunTraced(delegate*<KernelArguments*, int, int, void> kernel, int tasks, KernelArguments* arguments, KernelTrace trace)
    {
        long start = Stopwatch.GetTimestamp();
        Dispatch(kernel, tasks, arguments);
        trace.Add(Stopwatch.GetTimestamp() - start);
    }
}
