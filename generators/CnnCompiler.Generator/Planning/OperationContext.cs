using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Planning;

/// <summary>What a layer sees when it adds its steps to a pass.</summary>
internal sealed class OperationContext(PassPlan pass, Operation operation, ParameterPlan parameters, string method)
{
    public OperationContext(PassPlan pass, Operation operation, ParameterPlan parameters)
        : this(pass, operation, parameters, operation.Method)
    {
    }

    public Operation Operation => operation;

    public bool Training => pass.Training;

    /// <summary>Whether the network asks for all loops of small windows to be unrolled.</summary>
    public bool FullUnroll => pass.FullUnroll;

    /// <summary>Whether dense weights are read as bfloat16.</summary>
    public bool BFloat16Weights => pass.BFloat16Weights;

    /// <summary>The input in memory.</summary>
    public View X => operation.Input.Tensor.View;

    /// <summary>The output in memory.</summary>
    public View Y => operation.Output.Tensor.View;

    /// <summary>The gradient by the output in memory.</summary>
    public View DY => operation.Output.Gradient!.View;

    /// <summary>The gradient by the input in memory.</summary>
    public View DX => operation.Input.Gradient!.View;

    /// <summary>Whether somebody needs the gradient by the input.</summary>
    public bool NeedsInputGradient => operation.Input.Gradient is not null;

    /// <summary>Whether the layer's parameters are trained.</summary>
    public bool Trains => !operation.Layer.Header.Frozen;

    /// <summary>How the forward kernel stores, without bias or gain.</summary>
    public Epilogue ForwardEpilogue => Epilogue.OfForward(operation.Activation) with { Addend = operation.Addend is not null };

    /// <summary>What the forward kernel adds, in memory.</summary>
    public View Addend => operation.Addend?.Tensor.View ?? default;

    /// <summary>The argument of what the forward kernel adds; none where it adds nothing.</summary>
    public IEnumerable<Binding> AddendRead => operation.Addend is { } addend ? [new("X2", addend.Tensor, false)] : [];

    /// <summary>How an input-gradient kernel stores: it adds to other readers' shares; the last one applies the derivative of the input's activation.</summary>
    public Epilogue GradientEpilogue => GradientEpilogueOf(0);

    /// <summary>How many inputs there are.</summary>
    public int Inputs => operation.Inputs.Count;

    /// <summary>One of several inputs in memory.</summary>
    public View XOf(int input) => operation.Inputs[input].Tensor.View;

    /// <summary>The gradient by one of several inputs in memory.</summary>
    public View DXOf(int input) => operation.Inputs[input].Gradient!.View;

    /// <summary>Whether somebody needs the gradient by one of several inputs.</summary>
    public bool NeedsGradientOf(int input) => operation.Inputs[input].Gradient is not null;

    /// <summary>How the kernel of the gradient by one of several inputs stores.</summary>
    public Epilogue GradientEpilogueOf(int input) => operation.Inputs[input].GradientEpilogue(operation.Output);

    /// <summary>Whether one of several inputs lies in the output's memory, at its own channels.</summary>
    public bool IsInPlace(int input, int channel) => operation.Inputs[input].Home == new Place(operation.Output, channel);

    /// <summary>Whether the gradient by one of several inputs lies in that by the output, at its own channels: then it is what is there now.</summary>
    public bool FindsGradient(int input, int channel)
    {
        Value value = operation.Inputs[input];
        if (value.GradientHome != new Place(operation.Output, channel))
        {
            return false;
        }

        value.FindGradient(operation.Output);
        return true;
    }

    /// <summary>Whether the operation before computes the gradient from the winners of this maximum; then it does.</summary>
    public bool LeavesGradient()
    {
        if (operation.Input.Producer?.Maximum?.Operation != operation)
        {
            return false;
        }

        operation.Input.LeaveGradient();
        return true;
    }

    /// <summary>One of several inputs.</summary>
    public Binding InputOf(int input, string field) => new(field, operation.Inputs[input].Tensor, false);

    public Binding Input(string field = "X") => new(field, operation.Input.Tensor, false);

    public Binding Output(string field = "Y") => new(field, operation.Output.Tensor, true);

    /// <summary>The output as something that a backward kernel reads.</summary>
    public Binding OutputRead(string field) => new(field, operation.Output.Tensor, false);

    public Binding OutputGradient(string field = "DY") => new(field, operation.Output.Gradient!, false);

    public bool Has(string parameter) => parameters.Find(operation.Node, parameter) is not null;

    public Binding Parameter(string field, string parameter) => new(field, parameters.Get(operation.Node, parameter).Tensor, false);

    /// <summary>A running statistic, which the step updates.</summary>
    public Binding Buffer(string field, string parameter, bool writes) => new(field, parameters.Get(operation.Node, parameter).Tensor, writes);

    /// <summary>The gradient of a parameter.</summary>
    public Binding Gradient(string field, string parameter) => new(field, parameters.Get(operation.Node, parameter).Gradient!, true);

    /// <summary>The gain (in Gain) and shift (in Bias) of a folded batch normalisation, computed by a step before; null without one.</summary>
    public IReadOnlyList<Binding>? FoldedNorm() =>
        operation.FoldedNorm is { } norm ? pass.AddFoldedNorm(operation, norm, parameters) : null;

    /// <summary>Memory of the pass that does not depend on the batch.</summary>
    public Tensor Scratch(string name, long floats) => new(operation.Name + " " + name, Space.Scratch, (floats + 15) / 16 * 16);

    /// <summary>Memory a sample.</summary>
    public Tensor PerSample(string name, long floats) => new(operation.Name + " " + name, Space.Values, (floats + 15) / 16 * 16);

    /// <summary>The same layer, whose steps say how they compute it, and why so.</summary>
    public OperationContext By(string method) => new(pass, operation, parameters, method);

    /// <summary>Adds a step.</summary>
    public void Run(Kernel kernel, params Binding[] bindings) => pass.Add(new Step(kernel, operation.Title, bindings, false) { Method = method });

    /// <summary>Adds a step that leads to the gradient by the input, and only to that.</summary>
    public void RunForInput(Kernel kernel, params Binding[] bindings) =>
        pass.Add(new Step(kernel, operation.Title, bindings, !operation.Input.HasTrainable) { Method = method });

    /// <summary>Adds the step that stores the gradient by the input (argument DX), with what its epilogue reads.</summary>
    public void StoreInputGradient(Kernel kernel, params Binding[] bindings) => StoreInputGradient(0, kernel, bindings);

    /// <summary>The same for one of several inputs.</summary>
    public void StoreInputGradient(int input, Kernel kernel, params Binding[] bindings)
    {
        Value value = operation.Inputs[input];
        IEnumerable<Binding> stored = value.GradientBindings(value.GradientEpilogue(operation.Output));
        pass.Add(new Step(kernel, operation.Title, bindings.Concat(stored).ToArray(), !value.HasTrainable) { Method = method });
        value.TakeShare(operation.Output);
    }

    /// <summary>Adds the step that stores the gradient by what the forward kernel adds: the gradient by the output.</summary>
    public void StoreAddendGradient()
    {
        if (operation.Addend is not { } addend)
        {
            return;
        }

        if (addend.GradientHome?.Whole == operation.Output)
        {
            addend.FindGradient(operation.Output);
            return;
        }

        Epilogue epilogue = addend.GradientEpilogue(operation.Output);
        var kernel = new MapKernel(DY, addend.Gradient!.View, addend.Tensor.View, epilogue, "DY", "DX");
        pass.Add(new Step(kernel, operation.Title, addend.GradientBindings(epilogue).Prepend(OutputGradient()).ToArray(), !addend.HasTrainable));
        addend.TakeShare(operation.Output);
    }
}
