using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Runtime;

namespace CnnCompiler.Benchmarks.Layers;

/// <summary>A pass as the work of its layers.</summary>
internal sealed class PassWork
{
    private readonly NetworkPlan _plan;
    private readonly bool _gradient;
    private readonly List<Step> _steps;
    private readonly int _prepared;
    private readonly PassPart[] _parts;

    /// <summary>Takes a pass apart.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="gradient">The forward and backward pass of training, without the gradient by the input; otherwise prediction.</param>
    public PassWork(NetworkPlan plan, bool gradient)
    {
        _plan = plan;
        _gradient = gradient;
        List<Step> preparation = gradient ? Called(plan.Gradient.Preparation) : [];
        _steps = [.. preparation, .. Called(gradient ? plan.Gradient : plan.Predict)];
        _prepared = preparation.Count;
        _parts = Parts(_steps, _prepared);
    }

    /// <summary>Kernel calls of the pass: those that come once before, and those over one chunk of a batch.</summary>
    public int Calls => _steps.Count;

    /// <summary>Kernel calls that come once before: predictions prepare only after a change.</summary>
    public int PreparedCalls => _prepared;

    /// <summary>Chunks that a batch is cut into.</summary>
    /// <param name="batch">Samples of a call.</param>
    public int Chunks(int batch) => _gradient ? BatchParts.Count(batch, _plan.GradientChunk) : (batch + _plan.PredictChunk - 1) / _plan.PredictChunk;

    /// <summary>The work of each layer in each part of the pass.</summary>
    public IReadOnlyList<LayerWork> Layers() =>
    [
        .. Enumerable.Range(0, _steps.Count)
            .GroupBy(index => (_steps[index].Title, Part: _parts[index]))
            .Select(group => new LayerWork(group.Key.Title, group.Key.Part, Macs(group.Key.Title), [.. group.Select(Call)])),
    ];

    private static List<Step> Called(PassPlan? pass) => pass is null ? [] : [.. pass.Steps.Where(step => !step.OnlyForInputGradient)];

    // A title begins with the number of the layer whose kernel it is; what belongs to no layer has none.
    private long Macs(string title)
    {
        string number = title.Split(' ')[0];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int layer) ? _plan.Layers[layer - 1].Macs : 0;
    }

    private KernelCall Call(int index)
    {
        var touched = _steps[index].Bindings.Select(binding => (binding.Tensor, binding.Writes)).Distinct().ToList();
        return new KernelCall(
            index, _steps[index].Kernel.Compile(IsaChoice.Isas(default)).Code.KernelTitle,
            sizeof(float) * touched.Where(t => IsPerSample(t.Tensor)).Sum(t => Interior(t.Tensor)),
            sizeof(float) * touched.Where(t => !IsPerSample(t.Tensor)).Sum(t => t.Tensor.Floats),
            index < _prepared);
    }

    private static bool IsPerSample(Tensor tensor) => tensor.Space is Space.Values or Space.Input or Space.Output or Space.InputGradient;

    private static bool IsMade(Tensor tensor) => tensor.Space is Space.Scratch or Space.Prepared;

    // Without the halo, which only its clearing touches as a whole.
    private static long Interior(Tensor tensor)
    {
        View view = tensor.View;
        return view.Channels == 0 ? tensor.Floats : (long)view.Planes * view.Height * view.Width * view.Pixel;
    }

    // Everything before the loss is forward. Behind it, a step belongs to what its result becomes: one that prepares memory of the pass belongs to the step that reads it.
    private static PassPart[] Parts(List<Step> steps, int prepared)
    {
        var parts = new PassPart[steps.Count];
        int loss = steps.FindIndex(step => step.Kernel is LossKernel);
        var readers = new Dictionary<Tensor, PassPart>();
        for (int index = steps.Count - 1; loss >= 0 && index >= 0; index--)
        {
            if (index <= loss && index >= prepared)
            {
                continue;
            }

            Step step = steps[index];
            var written = step.Bindings.Where(binding => binding.Writes).Select(binding => binding.Tensor).ToList();
            parts[index] = written.Exists(tensor => tensor.Space == Space.Values) ? PassPart.InputGradient
                : written.Find(tensor => IsMade(tensor) && readers.ContainsKey(tensor)) is { } scratch ? readers[scratch]
                : index < prepared ? PassPart.Forward
                : PassPart.WeightGradient;
            foreach (Binding binding in step.Bindings.Where(binding => !binding.Writes && IsMade(binding.Tensor)))
            {
                readers[binding.Tensor] = parts[index];
            }
        }

        return parts;
    }
}
