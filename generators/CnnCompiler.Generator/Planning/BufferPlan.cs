using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Gives tensors offsets so that those alive at the same time do not overlap: largest first, each at the lowest gap that fits.
/// A tensor is alive from the first step that writes it to the last one that touches it.
/// </summary>
internal sealed class BufferPlan
{
    private readonly List<(Tensor Tensor, int First, int Last)> _placed = [];

    private BufferPlan()
    {
    }

    /// <summary>Floats that all tensors take together.</summary>
    public long Floats { get; private set; }

    public static BufferPlan Place(IEnumerable<Step> steps, Space space)
    {
        var lives = new Dictionary<Tensor, (int First, int Last)>();
        var order = new List<Tensor>();
        int index = 0;
        foreach (Step step in steps)
        {
            foreach (Tensor tensor in step.Bindings.Select(b => b.Tensor.Root).Where(t => t.Space == space))
            {
                if (!lives.TryGetValue(tensor, out (int First, int Last) life))
                {
                    life = (index, index);
                    order.Add(tensor);
                }

                lives[tensor] = (life.First, index);
            }

            index++;
        }

        var plan = new BufferPlan();
        foreach (Tensor tensor in order.OrderByDescending(t => t.Floats))
        {
            plan.Place(tensor, lives[tensor].First, lives[tensor].Last);
        }

        return plan;
    }

    /// <summary>Whether other tensors use the same memory at other times, so that what is zeroed once does not stay zero.</summary>
    public bool IsShared(Tensor tensor) =>
        _placed.Any(p => p.Tensor != tensor && p.Tensor.Offset < tensor.Offset + tensor.Floats && tensor.Offset < p.Tensor.Offset + p.Tensor.Floats);

    private void Place(Tensor tensor, int first, int last)
    {
        long offset = 0;
        foreach ((Tensor other, _, _) in _placed.Where(p => p.First <= last && first <= p.Last).OrderBy(p => p.Tensor.Offset))
        {
            if (other.Offset >= offset + tensor.Floats)
            {
                break;
            }

            offset = System.Math.Max(offset, other.Offset + other.Floats);
        }

        tensor.Offset = offset;
        _placed.Add((tensor, first, last));
        Floats = System.Math.Max(Floats, offset + tensor.Floats);
    }
}
