using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers;

// What planning asks of a layer.
internal abstract partial record Layer
{
    /// <summary>The elementwise function that it is, if its derivative follows from its output: kernels of the layer before apply it.</summary>
    public virtual Activation? Activation => null;

    /// <summary>Whether its forward kernel applies a gain per channel, so that a batch normalisation after it costs nothing when predicting.</summary>
    public virtual bool TakesGain => false;

    /// <summary>Whether its forward kernel adds another tensor before the activation, so that a sum after it costs nothing.</summary>
    public virtual bool TakesAddend => false;

    /// <summary>The pool of windows that it is, which kernels of the layer before may compute from their rows; null: it is none.</summary>
    public virtual PoolFunction? Pool(Shape input) => null;

    /// <summary>Whether its forward kernel computes a pool behind it, and why so; null: it cannot.</summary>
    /// <param name="input">The shape of its input.</param>
    /// <param name="output">The shape of what the pool reads.</param>
    /// <param name="pool">The pool's window.</param>
    /// <param name="pooled">The shape of the pool's output.</param>
    /// <param name="planar">Whether it reads a plane a channel.</param>
    /// <param name="fullUnroll">Whether the network asks for windows without loops.</param>
    public virtual PoolChoice? TakesPool(Shape input, Shape output, Window pool, Shape pooled, bool planar, bool fullUnroll) => null;

    /// <summary>Why its backward kernels go from winner to winner of the maximum behind it; null: they take all pixels.</summary>
    /// <param name="input">The shape of its input.</param>
    /// <param name="output">The shape of what the maximum reads.</param>
    /// <param name="pool">The maximum's window.</param>
    /// <param name="pooled">The shape of the maximum's output.</param>
    /// <param name="planar">Whether it reads a plane a channel.</param>
    /// <param name="trained">Whether every training step needs the gradient by its input.</param>
    public virtual string? TakesWinners(Shape input, Shape output, Window pool, Shape pooled, bool planar, bool trained) => null;

    /// <summary>Whether its forward kernels may write the output over the input: element by element, each read before it is written.</summary>
    public virtual bool WritesOver => Activation is not null;

    /// <summary>Readers before which it need not exist, because they read its input in the same order; null: none.</summary>
    public virtual Func<Layer, bool>? IsIdentityBefore(Shape input) => null;

    /// <summary>Whether it changes nothing in this kind of pass.</summary>
    public virtual bool IsIdentity(bool training) => false;

    /// <summary>Whether its kernels read the caller's layout, a plane a channel.</summary>
    public virtual bool ReadsPlanar(Shape input) => false;

    /// <summary>Zeros that its forward kernel reads around its input.</summary>
    public virtual Halo InputHalo(Shape input) => default;

    /// <summary>Zeros that its backward kernel reads around the gradient by its output.</summary>
    public virtual Halo OutputGradientHalo(Shape input) => default;

    /// <summary>The kernels' layout of a parameter.</summary>
    public virtual PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) => PackedSpec.Vector(parameter.Count);

    /// <summary>Adds the steps that compute the output.</summary>
    public abstract void Forward(OperationContext context);

    /// <summary>Adds the steps that compute the gradients by parameters and input, given the gradient by the output.</summary>
    public abstract void Backward(OperationContext context);
}
