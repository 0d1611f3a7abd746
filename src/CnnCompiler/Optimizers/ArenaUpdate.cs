using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnCompiler;

/// <summary>The loop that every optimizer shares: one stream over parameters, gradients and remembered arrays.</summary>
internal static class ArenaUpdate
{
    /// <summary>Applies the rule to whole arenas of equal length; arrays that the rule does not use may be empty.</summary>
    public static void Run<TRule>(
        in TRule rule, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, Span<float> third)
        where TRule : struct, IUpdateRule
    {
        TRule local = rule;
        int width = Vector<float>.Count;
        int whole = parameters.Length - (parameters.Length % width);
        Loop(local, whole, parameters, gradients, first, second, third);
        int rest = parameters.Length - whole;
        if (rest == 0)
        {
            return;
        }

        // The tail takes the vector path too, through a padded copy, so that its bits do not depend on where it lies.
        Span<float> tail = stackalloc float[5 * width];
        tail.Clear();
        parameters[whole..].CopyTo(tail);
        gradients[whole..].CopyTo(tail[width..]);
        CopyIn(first, whole, tail[(2 * width)..]);
        CopyIn(second, whole, tail[(3 * width)..]);
        CopyIn(third, whole, tail[(4 * width)..]);
        Loop(local, width, tail, tail[width..], tail[(2 * width)..], tail[(3 * width)..], tail[(4 * width)..]);
        tail[..rest].CopyTo(parameters[whole..]);
        CopyOut(tail.Slice(2 * width, rest), first, whole);
        CopyOut(tail.Slice(3 * width, rest), second, whole);
        CopyOut(tail.Slice(4 * width, rest), third, whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<TRule>(
        TRule rule, int length, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, Span<float> third)
        where TRule : struct, IUpdateRule
    {
        ref float p = ref MemoryMarshal.GetReference(parameters);
        ref float g = ref MemoryMarshal.GetReference(gradients);
        ref float a = ref MemoryMarshal.GetReference(first);
        ref float b = ref MemoryMarshal.GetReference(second);
        ref float c = ref MemoryMarshal.GetReference(third);
        int arenas = rule.Arenas;
        for (nuint i = 0; i < (nuint)length; i += (nuint)Vector<float>.Count)
        {
            Vector<float> parameter = Vector.LoadUnsafe(ref p, i);
            Vector<float> gradient = Vector.LoadUnsafe(ref g, i);
            Vector<float> va = arenas > 0 ? Vector.LoadUnsafe(ref a, i) : default;
            Vector<float> vb = arenas > 1 ? Vector.LoadUnsafe(ref b, i) : default;
            Vector<float> vc = arenas > 2 ? Vector.LoadUnsafe(ref c, i) : default;
            rule.Apply(ref parameter, gradient, ref va, ref vb, ref vc);
            parameter.StoreUnsafe(ref p, i);
            if (arenas > 0)
            {
                va.StoreUnsafe(ref a, i);
            }

            if (arenas > 1)
            {
                vb.StoreUnsafe(ref b, i);
            }

            if (arenas > 2)
            {
                vc.StoreUnsafe(ref c, i);
            }
        }
    }

    private static void CopyIn(ReadOnlySpan<float> arena, int start, Span<float> tail)
    {
        if (!arena.IsEmpty)
        {
            arena[start..].CopyTo(tail);
        }
    }

    private static void CopyOut(ReadOnlySpan<float> tail, Span<float> arena, int start)
    {
        if (!arena.IsEmpty)
        {
            tail.CopyTo(arena[start..]);
        }
    }
}
