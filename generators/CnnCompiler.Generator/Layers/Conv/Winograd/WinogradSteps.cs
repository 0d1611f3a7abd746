using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Emission.Winograd;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Conv.Winograd;

/// <summary>The steps of a Winograd convolution: transform the weights, transform the input (alone, or with the rest), multiply and store.</summary>
/// <param name="Name">The readable part of the kernels' names.</param>
/// <param name="About">What is computed.</param>
/// <param name="Geometry">The tensors.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record WinogradSteps(string Name, string About, WinogradGeometry Geometry, Epilogue Epilogue)
{
    /// <summary>Adds them.</summary>
    /// <param name="c">The layer.</param>
    /// <param name="transform">Transforms the weights.</param>
    /// <param name="weights">The weights that it reads.</param>
    /// <param name="input">What is read.</param>
    /// <param name="target">The argument field of what is written.</param>
    /// <param name="run">Adds a step before the last one.</param>
    /// <param name="store">Adds the last step, which writes.</param>
    public void Add(
        OperationContext c, WinogradWeightsKernel transform, Binding weights, Binding input, string target,
        Action<Kernel, Binding[]> run, Action<Kernel, Binding[]> store)
    {
        Tensor transformed = c.Scratch($"weights of {Geometry.Tile.Products} points", Geometry.WeightFloats);
        run(transform, [weights, new("Scratch", transformed, true)]);
        var w = new Binding("W", transformed, false);
        if (!Geometry.IsSplit)
        {
            store(new WinogradKernel(Name, About, Geometry, Epilogue, (input.Field, target)), [input, w]);
            return;
        }

        Tensor tiles = c.PerSample($"tiles of {Geometry.Tile.Products} points", Geometry.SampleFloats);
        run(new WinogradInputKernel(Name + "_Input", Geometry, input.Field), [input, new("Scratch", tiles, true)]);
        store(new WinogradProductKernel(Name, About, Geometry, Epilogue, target), [new("Scratch", tiles, false), w]);
    }
}
