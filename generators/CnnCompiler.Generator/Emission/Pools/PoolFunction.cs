using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Pools;

/// <summary>What a pool makes of each window: its taps are taken into variables one after the other.</summary>
/// <param name="Window">The window.</param>
internal abstract record PoolFunction(Window Window)
{
    /// <summary>Above this number of taps a loop is as fast as straight-line code.</summary>
    public const int MaxUnrolledTaps = 25;

    /// <summary>A word for names: <c>MaxPool_Forward</c>.</summary>
    public abstract string Title { get; }

    /// <summary>What it computes, for doc comments.</summary>
    public abstract string Summary { get; }

    /// <summary>The variables that hold a window's result, one a vector, are called so with the vector's number behind it.</summary>
    public abstract string Result { get; }

    /// <summary>Whether one tap of each window alone has a gradient, which training keeps the index of.</summary>
    public virtual bool HasWinners => false;

    /// <summary>Whether the window is looped over; then its sizes are arguments too.</summary>
    public bool IsLarge => Window.Taps > MaxUnrolledTaps;

    /// <summary>The window in names: <c>K2S2</c>.</summary>
    public string Geometry => Describe(Window);

    /// <summary>The window in names; a large one is an argument.</summary>
    public static string Describe(Window w)
    {
        string kernel = w.KernelHeight == w.KernelWidth ? $"{w.KernelWidth}" : $"{w.KernelHeight}x{w.KernelWidth}";
        string stride = w.StrideHeight == w.StrideWidth ? $"{w.StrideWidth}" : $"{w.StrideHeight}x{w.StrideWidth}";
        return w.Taps > MaxUnrolledTaps ? "Large" : $"K{kernel}S{stride}";
    }

    /// <summary>Pointers of a task beside its source and target.</summary>
    public virtual void EmitTask(CodeWriter writer)
    {
    }

    /// <summary>Variables that hold a window's result. Sizes <c>pooledRows</c> and <c>pooledColumns</c> of the output are known.</summary>
    public virtual void EmitVariables(CodeWriter writer, VectorIsa isa, int vectors) => writer.Line($"V {Names(Result, vectors)};");

    /// <summary>First values.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="vectors">Vectors of channels.</param>
    /// <param name="first">A pointer to the first tap, where the whole window lies in the map; null: values of no tap.</param>
    public abstract void EmitFirst(CodeWriter writer, VectorIsa isa, int vectors, string? first);

    /// <summary>Takes a tap into the result.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="vectors">Vectors of channels.</param>
    /// <param name="pointer">A pointer.</param>
    /// <param name="offset">Floats from there to the tap's channels.</param>
    /// <param name="index">The tap's index in row-major order.</param>
    public abstract void EmitTap(CodeWriter writer, VectorIsa isa, int vectors, string pointer, int offset, string index);

    /// <summary>Completes the result of the window of output <c>(row, column)</c>.</summary>
    public virtual void EmitResult(CodeWriter writer, VectorIsa isa, int vectors, PoolRow pool)
    {
    }

    /// <summary>Names with the vectors' numbers behind them.</summary>
    protected static string Names(string name, int vectors) => string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"{name}{v}"));
}
