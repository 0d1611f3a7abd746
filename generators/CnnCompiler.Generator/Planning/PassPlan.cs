using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.BatchNorm;

namespace CnnCompiler.Generator.Planning;

/// <summary>All steps of a prediction, or of a forward and backward pass, with every tensor placed.</summary>
internal sealed class PassPlan
{
    private readonly List<Step> _steps = [];
    private readonly GraphFacts _facts;

    private PassPlan(GraphFacts facts, bool training) => (_facts, Training) = (facts, training);

    public bool Training { get; }

    public bool FullUnroll => _facts.Graph.Graph.FullUnroll;

    /// <summary>Whether dense weights are read as bfloat16.</summary>
    public bool BFloat16Weights => !Training && _facts.Graph.Graph.BFloat16Weights;

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Whether parts of a batch may go through a gradient one by one: samples are independent, and adding up a few gradients costs little.</summary>
    public bool TakesParts { get; private set; }

    /// <summary>What runs before: once after parameters or running statistics changed, or once in each gradient that takes parts. Null where there is nothing to prepare.</summary>
    public PassPlan? Preparation { get; private set; }

    /// <summary>Floats that <see cref="Preparation"/> leaves to the pass.</summary>
    public long PreparedFloats { get; private set; }

    /// <summary>Floats per sample.</summary>
    public long ValueFloats { get; private set; }

    /// <summary>Floats whatever the batch.</summary>
    public long ScratchFloats { get; private set; }

    /// <summary>Floats of working memory of each thread.</summary>
    public long WorkspaceFloats { get; private set; }

    public static PassPlan Predict(GraphFacts facts, ParameterPlan parameters)
    {
        var plan = new PassPlan(facts, training: false);
        FusionPass fused = FusionPass.Run(facts, training: false);
        new MemorySharing(new HashSet<Value> { fused.ValueOf(facts.Graph.Graph.Output) }, training: false).Plan(fused.Operations);
        plan.Forward(fused, parameters);
        Tensor result = fused.ValueOf(facts.Graph.Graph.Output).Tensor;
        Tensor output = Tensor.Planar("output", Space.Output, facts.Graph.Output, default);
        plan.Add(new Step(
            new CopyOutKernel(result.View, output.View), "output", [new("X", result, false), new("Y", output, true)], false));
        plan.AddPreparation();
        plan.Place();
        return plan;
    }

    public static PassPlan Gradient(GraphFacts facts, ParameterPlan parameters)
    {
        var plan = new PassPlan(facts, training: true);
        FusionPass fused = FusionPass.Run(facts, training: true);
        var ends = new HashSet<Value>(plan.LossInputs(fused));
        new MemorySharing(ends, training: true).Plan(fused.Operations);
        MaximumGradients.Plan(fused.Operations, ends, facts);
        plan.Forward(fused, parameters);
        plan.Backward(fused, parameters);
        plan.TakesParts = plan._steps.TrueForAll(step => !step.Kernel.CouplesSamples)
            && GradientParts.Pay(parameters.TrainableFloats, BufferPlan.Place(plan._steps, Space.Values).Floats);
        if (plan.TakesParts)
        {
            plan.AddPreparation();
        }

        plan.Place();
        return plan;
    }

    public void Add(Step step) => _steps.Add(step);

    /// <summary>Adds the step that turns a batch normalisation into a gain and a shift, and gives the arguments that hold them.</summary>
    public IReadOnlyList<Binding> AddFoldedNorm(Operation operation, int node, ParameterPlan parameters)
    {
        var norm = (BatchNormLayer)_facts.LayerOf(node);
        int channels = operation.Output.Shape.Channels;
        long floats = (channels + 15) / 16 * 16;
        var gain = new Tensor(operation.Name + " gain", Space.Scratch, floats);
        var shift = new Tensor(operation.Name + " shift", Space.Scratch, floats);
        bool bias = parameters.Find(operation.Node, "bias") is not null;
        var bindings = new List<Binding>
        {
            new("Gain", gain, true), new("Bias", shift, true),
            new("RunningMean", parameters.Get(node, "running_mean").Tensor, false), new("RunningVariance", parameters.Get(node, "running_var").Tensor, false),
        };
        if (norm.Affine)
        {
            bindings.Add(new("W", parameters.Get(node, "weight").Tensor, false));
            bindings.Add(new("X2", parameters.Get(node, "bias").Tensor, false));
        }

        if (bias)
        {
            bindings.Add(new("X", parameters.Get(operation.Node, "bias").Tensor, false));
        }

        Add(new Step(new FoldNormKernel(channels, norm.Epsilon, norm.Affine, bias), operation.Title, bindings, false));
        return [new("Gain", gain, false), new("Bias", shift, false)];
    }

    private void Forward(FusionPass fused, ParameterPlan parameters)
    {
        AddInput(fused.Input);
        Allocate(fused.Operations.Select(o => o.Output), value => value.Home, ReadersHalo, value => value.Tensor, (value, tensor) => value.Tensor = tensor, "");
        foreach (Operation operation in fused.Operations)
        {
            operation.Layer.Forward(new OperationContext(this, operation, parameters));
            if (!(operation.Activation.KeepsZero && operation.Pool?.InputActivation.KeepsZero != false) && operation.Output.Shape.Channels % 16 != 0)
            {
                Add(new Step(new ClearPaddingKernel(operation.Output.Tensor.View), operation.Title, [new("Y", operation.Output.Tensor, true)], false));
            }
        }
    }

    private void AddInput(Value input)
    {
        Tensor caller = Tensor.Planar("input", Space.Input, input.Shape, default);
        Halo halo = ReadersHalo(input);
        if (_facts.PlanarInput && halo.IsEmpty && input.Readers.Count > 0)
        {
            input.Tensor = caller;
            return;
        }

        bool planar = _facts.PlanarInput && input.Readers.Count > 0;
        input.Tensor = planar ? Tensor.Planar("padded input", Space.Values, input.Shape, halo) : Tensor.Blocked("input", input.Shape, halo);
        Add(new Step(new CopyInKernel(caller.View, input.Tensor.View), "input", [new("X", caller, false), new("Y", input.Tensor, true)], false));
    }

    private void Backward(FusionPass fused, ParameterPlan parameters)
    {
        Allocate(
            fused.Operations.Select(o => o.Output).Prepend(fused.Input), value => value.GradientHome, GradientHalo, value => value.Gradient!,
            (value, tensor) => value.Gradient = tensor, " gradient");
        foreach ((Value value, double weight) in LossInputs(fused).Zip(_facts.Graph.Graph.Heads.Select(head => head.Weight).Prepend(1), (value, weight) => (value, weight)))
        {
            AddLoss(value, weight);
        }

        foreach (Operation operation in Enumerable.Reverse(fused.Operations).Where(o => o.Output.GradientStarted))
        {
            Derive(operation.Output, operation.Title);
            foreach (Value part in operation.Inputs.Where(_ => !operation.Output.PartsActivation.IsNone))
            {
                Derive(part, operation.Title);
            }

            var context = new OperationContext(this, operation, parameters);
            operation.Layer.Backward(context);
            context.StoreAddendGradient();
        }

        Tensor caller = Tensor.Planar("input gradient", Space.InputGradient, fused.Input.Shape, default);
        Add(new Step(
            new CopyOutKernel(fused.Input.Gradient!.View, caller.View), "input gradient", [new("X", fused.Input.Gradient!, false), new("Y", caller, true)], true));
    }

    // What losses take: the network's own first, then those of heads.
    private IEnumerable<Value> LossInputs(FusionPass fused) =>
        _facts.Graph.Graph.Heads.Select(head => head.Node).Prepend(_facts.Graph.Graph.Output).Select(node => fused.ValueOf(_facts.Graph.Graph.LossInput(node)));

    // Nobody who adds to the gradient is left to multiply the derivative in: the last share was found in its place, or a reader had none.
    private void Derive(Value value, string title)
    {
        if (value.GradientState == GradientState.Plain)
        {
            View view = value.Gradient!.View;
            var epilogue = Epilogue.OfGradient(value.Activation, false);
            Add(new Step(
                new MapKernel(view, view, value.Tensor.View, epilogue, "DY", "DX"), title,
                value.GradientBindings(epilogue).Prepend(new Binding("DY", value.Gradient, false)).ToArray(), !value.HasTrainable));
            value.GradientState = GradientState.Derived;
        }
    }

    // The network's own loss comes first; those of heads add to it. Readers that store after them derive the sum.
    private void AddLoss(Value value, double weight)
    {
        Loss loss = _facts.Graph.Graph.Loss;
        bool isFirst = !_steps.Any(step => step.Kernel is LossKernel), isShared = value.GradientStarted;
        Activation derivative = value.Readers.Count == 0 ? value.Activation : Activation.None;
        Tensor gradient = isShared ? Tensor.Blocked(value.Name + " loss gradient", value.Shape, default) : value.Gradient!;
        Add(new Step(
            new LossKernel(loss.Kind, loss.LabelSmoothing, value.Tensor.View, gradient.View, derivative, weight, !isFirst), loss.Kind + " loss",
            [new("X", value.Tensor, false), new("DX", gradient, true)], false));
        if (isShared)
        {
            // Two losses of one tensor.
            Add(new Step(
                new MapKernel(gradient.View, value.Gradient!.View, value.Gradient.View, Epilogue.OfGradient(Activation.None, true), "DY", "DX"), loss.Kind + " loss",
                [new("DY", gradient, false), new("DX", value.Gradient, true)], false));
        }

        value.GradientState = derivative == value.Activation ? GradientState.Derived : GradientState.Plain;
    }

    private static Halo GradientHalo(Value value) => value.Producer is { } producer ? producer.Layer.OutputGradientHalo(producer.Input.Shape) : default;

    private static Halo ReadersHalo(Value value) =>
        value.Readers.Where(reader => reader.Inputs.Contains(value)).Aggregate(default(Halo), (halo, reader) => halo.Union(reader.Layer.InputHalo(value.Shape)));

    // Values that live in others follow those in the order of computation. Memory has the halo that any of its values needs.
    private static void Allocate(
        IEnumerable<Value> values, System.Func<Value, Place?> home, System.Func<Value, Halo> halo, System.Func<Value, Tensor> tensor, System.Action<Value, Tensor> set, string suffix)
    {
        List<Value> wholesFirst = values.Reverse().ToList();
        ILookup<Value, Value> together = wholesFirst.ToLookup(Root);
        foreach (Value value in wholesFirst)
        {
            set(value, home(value) is { } place
                ? tensor(place.Whole).Part(value.Name + suffix, value.Shape, place.Channel)
                : Tensor.Blocked(value.Name + suffix, value.Shape, together[value].Aggregate(default(Halo), (all, part) => all.Union(halo(part)))));
        }

        Value Root(Value value)
        {
            while (home(value) is { } place)
            {
                value = place.Whole;
            }

            return value;
        }
    }

    private void AddPreparation()
    {
        List<Step> steps = PreparedSteps.TakeFrom(_steps);
        if (steps.Count == 0)
        {
            return;
        }

        Preparation = new PassPlan(_facts, training: false);
        Preparation._steps.AddRange(steps);
        Preparation.Place();

        // Results outlive the pass, so none shares memory with another.
        foreach (Tensor tensor in steps.SelectMany(step => step.Bindings).Select(b => b.Tensor).Where(t => t.Space == Space.Prepared).Distinct())
        {
            tensor.Offset = PreparedFloats;
            PreparedFloats += tensor.Floats;
        }
    }

    // Places all tensors; where memory held something else before, a halo has to be cleared before its tensor is written.
    private void Place()
    {
        BufferPlan values = BufferPlan.Place(_steps, Space.Values);
        ScratchFloats = System.Math.Max(BufferPlan.Place(_steps, Space.Scratch).Floats, Preparation?.ScratchFloats ?? 0);
        WorkspaceFloats = _steps.Select(step => step.Kernel.Workspace).Append(Preparation?.WorkspaceFloats ?? 0).Max();
        ValueFloats = values.Floats;
        var seen = new HashSet<Tensor>();
        for (int i = 0; i < _steps.Count; i++)
        {
            Step step = _steps[i];
            foreach (Tensor tensor in step.Bindings.Select(b => b.Tensor.Root).Where(tensor => tensor.Space == Space.Values && seen.Add(tensor)).ToList())
            {
                if (!tensor.Halo.IsEmpty && values.NeedsClearing(tensor))
                {
                    var clear = new ClearHaloKernel(tensor.View, tensor.Halo);
                    _steps.Insert(i++, new Step(clear, step.Title, [new("Y", tensor, true)], step.OnlyForInputGradient));
                }
            }
        }
    }
}
