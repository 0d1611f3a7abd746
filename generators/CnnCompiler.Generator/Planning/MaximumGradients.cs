using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>A maximum over windows, whose winners the backward kernels of the layer before go to.</summary>
/// <param name="Operation">The maximum.</param>
/// <param name="Window">Its window.</param>
/// <param name="Reason">Why so, for comments.</param>
internal sealed record WinnerPool(Operation Operation, Window Window, string Reason);

/// <summary>
/// Finds layers whose output nothing but a maximum over windows reads. Only winners have a gradient there, so the backward kernels of the layer may go from one to
/// the next: the gradient by its output is neither computed nor stored.
/// </summary>
internal static class MaximumGradients
{
    /// <param name="operations">All operations in the order of computation.</param>
    /// <param name="ends">Values that are read behind the last operation.</param>
    /// <param name="facts">The network.</param>
    public static void Plan(IEnumerable<Operation> operations, ISet<Value> ends, GraphFacts facts)
    {
        // Who asks for windows without loops wants to see the kernels that have them.
        if (facts.Graph.Graph.FullUnroll)
        {
            return;
        }

        foreach (Operation maximum in operations)
        {
            Value read = maximum.Input;
            if (read.Producer is { Addend: null } producer && read.Readers.Count == 1 && !ends.Contains(read)
                && (producer.Activation.IsNone || maximum.Activation.IsNone)
                && maximum.Layer.Pool(read.Shape) is { HasWinners: true } pool && HasWinnerInMap(pool, read.Shape)
                && producer.Layer.TakesWinners(
                    producer.Input.Shape, read.Shape, pool.Window, maximum.Output.Shape, facts.ReadsPlanar(producer.Node), producer.Input.HasTrainable) is { } reason)
            {
                producer.Maximum = new WinnerPool(maximum, pool.Window, reason);
            }
        }
    }

    // Taps that are further apart than the map is long may all lie beside it.
    private static bool HasWinnerInMap(PoolFunction pool, Shape map) => pool.Window.DilationHeight <= map.Height && pool.Window.DilationWidth <= map.Width;
}
