using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Gives tensors offsets so that those alive at the same time do not overlap, each at the lowest gap that fits. A tensor is alive from the first
/// step that writes it to the last one that touches it. Of some orders of placing, the one that takes the least memory counts.
/// </summary>
internal sealed class BufferPlan
{
    // Largest first is best for most networks; where much is kept for the backward pass, what lives long goes below what comes and goes.
    private static readonly Func<Life, long>[] Orders =
        [life => life.Tensor.Floats, life => life.Last - life.First, life => life.Tensor.Floats * (life.Last - life.First + 1), life => -life.First];

    private readonly List<Life> _placed = [];

    private BufferPlan()
    {
    }

    /// <summary>Floats that all tensors take together.</summary>
    public long Floats { get; private set; }

    public static BufferPlan Place(IEnumerable<Step> steps, Space space)
    {
        List<Life> lives = Lives(steps, space);
        long least = Busiest(lives);
        BufferPlan? best = null;
        foreach (Func<Life, long> order in Orders)
        {
            if (best is null || best.Floats > least)
            {
                var plan = new BufferPlan();
                foreach (Life life in lives.OrderByDescending(order).ThenByDescending(life => life.Tensor.Floats))
                {
                    plan.Place(life);
                }

                best = best is null || plan.Floats < best.Floats ? plan : best;
            }
        }

        foreach (Life life in best!._placed)
        {
            life.Tensor.Offset = life.Offset;
        }

        return best;
    }

    /// <summary>Whether the tensor's halo may hold something else when it is written first: what is zeroed once does not stay zero in shared memory.</summary>
    public bool NeedsClearing(Tensor tensor)
    {
        Life here = _placed.First(life => life.Tensor == tensor);
        List<Life> overlapping = _placed.Where(other => other != here && other.Offset < here.End && here.Offset < other.End).ToList();
        List<Life> twins = overlapping.Where(other => other.Offset == here.Offset && other.HasHaloOf(here)).ToList(), rivals = overlapping.Except(twins).ToList();

        // A tensor with the same halo at the same place leaves zeros there, if the steps that write it run in any case.
        int clean = twins.Where(twin => !twin.IsOptional).Select(twin => twin.First).Where(first => first < here.First).DefaultIfEmpty(-1).Max();
        return rivals.Any(rival => clean < 0 || (rival.First > clean && rival.First < here.First));
    }

    private static List<Life> Lives(IEnumerable<Step> steps, Space space)
    {
        var lives = new Dictionary<Tensor, Life>();
        int index = 0;
        foreach (Step step in steps)
        {
            foreach (Tensor tensor in step.Bindings.Select(b => b.Tensor.Root).Where(t => t.Space == space))
            {
                lives[tensor] = lives.TryGetValue(tensor, out Life? life) ? life with { Last = index } : new Life(tensor, index, index, 0, step.OnlyForInputGradient);
            }

            index++;
        }

        return lives.Values.OrderBy(life => life.First).ToList();
    }

    // What is alive at the same time at least: no plan takes less.
    private static long Busiest(List<Life> lives)
    {
        long most = 0;
        foreach (Life now in lives)
        {
            most = Math.Max(most, lives.Where(life => life.First <= now.First && now.First <= life.Last).Sum(life => life.Tensor.Floats));
        }

        return most;
    }

    private void Place(Life life)
    {
        List<Life> present = _placed.Where(other => other.First <= life.Last && life.First <= other.Last).OrderBy(other => other.Offset).ToList();
        long offset = FreeTwin(life, present) ?? 0;
        foreach (Life other in present)
        {
            if (other.Offset >= offset + life.Tensor.Floats)
            {
                break;
            }

            offset = Math.Max(offset, other.End);
        }

        _placed.Add(life with { Offset = offset });
        Floats = Math.Max(Floats, offset + life.Tensor.Floats);
    }

    // A place where a halo of the same form was before needs no clearing.
    private long? FreeTwin(Life life, List<Life> present) => _placed.Where(other => other.HasHaloOf(life))
        .Select(twin => (long?)twin.Offset)
        .FirstOrDefault(offset => present.All(other => other.End <= offset || other.Offset >= offset + life.Tensor.Floats));

    private sealed record Life(Tensor Tensor, int First, int Last, long Offset, bool IsOptional)
    {
        public long End => Offset + Tensor.Floats;

        /// <summary>Whether both have the same halo around the same rows, wherever they lie.</summary>
        public bool HasHaloOf(Life other) =>
            !Tensor.Halo.IsEmpty && Tensor.Halo == other.Tensor.Halo && Tensor.Floats == other.Tensor.Floats
            && Tensor.View with { Channels = 0 } == other.Tensor.View with { Channels = 0 };
    }
}
