using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Finds the steps of a pass that compute from parameters and running statistics alone (folded norms, normalised, transformed and transposed weights): they
/// run once after these have changed, not in every prediction, and once in a gradient, not for every part of the batch.
/// </summary>
internal static class PreparedSteps
{
    /// <summary>Takes the steps out of the list, moves what others read of their results to memory beside the parameters, and gives them in order.</summary>
    public static List<Step> TakeFrom(List<Step> steps)
    {
        HashSet<Step> prepared = Find(steps);
        List<Step> taken = steps.Where(prepared.Contains).ToList();
        steps.RemoveAll(prepared.Contains);
        var read = new HashSet<Tensor>(steps.SelectMany(Reads));
        foreach (Tensor tensor in taken.SelectMany(Writes).Where(read.Contains))
        {
            tensor.Space = Space.Prepared;
        }

        return taken;
    }

    // The largest set of steps that read nothing but parameters and each other's results, and share no result with a step outside.
    private static HashSet<Step> Find(List<Step> steps)
    {
        var found = new HashSet<Step>(steps.Where(step => !step.Kernel.DependsOnBatch && step.Bindings.All(binding => IsFixed(binding))));
        while (true)
        {
            var outside = new HashSet<Tensor>(steps.Where(step => !found.Contains(step)).SelectMany(Writes));
            if (found.RemoveWhere(step => step.Bindings.Any(binding => outside.Contains(binding.Tensor))) == 0)
            {
                return found;
            }
        }
    }

    private static bool IsFixed(Binding binding) => binding.Tensor.Space == Space.Scratch
        || (!binding.Writes && binding.Tensor.Space is Space.Parameters or Space.Buffers);

    private static IEnumerable<Tensor> Reads(Step step) => step.Bindings.Where(b => !b.Writes).Select(b => b.Tensor);

    private static IEnumerable<Tensor> Writes(Step step) => step.Bindings.Where(b => b.Writes).Select(b => b.Tensor);
}
