using System;
using System.Collections.Generic;
using CnnCompiler.Runtime;

namespace CnnCompiler.Tests;

/// <summary>A dense layer of 4 features to 3, as the generator could have compiled it: packed weights, kernels as function pointers.</summary>
internal sealed unsafe class FakeNetwork : CnnCompiler.Network
{
    public const int Inputs = 4;
    public const int Outputs = 3;
    public const int Chunk = 5;

    private readonly NetworkDefinition _definition;

    public FakeNetwork(NetworkOptions? options = null)
        : this(Define(TargetKind.Labels), options)
    {
    }

    public FakeNetwork(NetworkDefinition definition, NetworkOptions? options = null)
        : base(definition, options) => _definition = definition;

    private FakeNetwork(FakeNetwork other)
        : base(other) => _definition = other._definition;

    /// <summary>Count, capacity and key of each pass.</summary>
    public List<(int Count, long Capacity, uint Key)> Passes { get; } = [];

    /// <summary>First sample and count of each gradient pass, and samples of its batch.</summary>
    public List<(int First, int Count, int Batch)> Parts { get; } = [];

    /// <summary>Runs inside a pass.</summary>
    public Action? Inside { get; set; }

    /// <summary>Preparations that this instance ran.</summary>
    public int Preparations { get; private set; }

    /// <summary>Preparations of gradients that this instance ran.</summary>
    public int GradientPreparations { get; private set; }

    /// <summary>Whether values and scratch were zero when a pass first saw a new capacity.</summary>
    public bool SawDirtyMemory { get; private set; }

    public static NetworkDefinition Define(TargetKind targets, string name = "Fake", ParameterDefinition[]? parameters = null, Isa[]? isas = null, int gradientChunk = 0) => new()
    {
        Name = name,
        InputShape = [Inputs],
        OutputShape = [Outputs],
        Targets = targets,
        Parameters = parameters ??
        [
            new("dense1.weight", [Outputs, Inputs], 0, 64, DenseLayout, new Initializer(InitializerKind.Uniform, 0.5), true),
            new("dense1.bias", [Outputs], 64, 16, PackedLayout.Flat(Outputs), new Initializer(InitializerKind.Uniform, 0.5), true),
            new("scale1.weight", [Outputs], 80, 16, PackedLayout.Flat(Outputs), new Initializer(InitializerKind.Constant, 1), false),
        ],
        Buffers = [new("scale1.running_mean", [Outputs], 0, 16, PackedLayout.Flat(Outputs), new Initializer(InitializerKind.Constant, 0), false)],
        Isas = isas ?? [Isa.Portable, Isa.Avx2, Isa.Avx512],
        ParameterFloats = 96,
        TrainableFloats = 80,
        BufferFloats = 16,
        PreparedFloats = 16,
        PredictChunk = Chunk,
        PredictValueFloats = 20,
        PredictScratchFloats = 32,
        GradientPreparedFloats = gradientChunk > 0 ? 16 : 0,
        GradientChunk = gradientChunk,
        GradientValueFloats = 48,
        GradientScratchFloats = 16,
        Summary = new NetworkSummary(name, new TensorShape(4), [], -1, 0, 0),
    };

    private static PackedLayout DenseLayout => new([Outputs, Inputs], [new PackedAxis([1, 0], 16, 64, 1), new PackedAxis([0, 1], 1, 16, 0)]);

    public override CnnCompiler.Network Share() => new FakeNetwork(this);

    protected override void PreparePass(in Pass pass)
    {
        Preparations++;
        pass.Prepared[0] = pass.Parameters[64];
    }

    protected override void PredictPass(in Pass pass)
    {
        Observe(pass, 20, 32);
        var arguments = new KernelArguments { X = pass.Input, Y = pass.Output, W = pass.Parameters, Bias = pass.Parameters + 64, Gain = pass.Parameters + 80 };
        Run(&Forward, pass.Count, &arguments);
    }

    protected override void PrepareGradientPass(in Pass pass)
    {
        GradientPreparations++;
        pass.Prepared[0] = pass.Parameters[64];
    }

    protected override void GradientPass(in Pass pass)
    {
        lock (Parts)
        {
            if (Parts.Count < 100)
                Parts.Add((pass.FirstSample, pass.Count, pass.BatchCount));
        }

        Observe(pass, 48, 16);
        if (pass.Prepared != null && pass.Prepared[0] != pass.Parameters[64])
            throw new InvalidOperationException("not prepared");
        var arguments = new KernelArguments { X = pass.Input, Y = pass.Values, W = pass.Parameters, Bias = pass.Parameters + 64, Gain = pass.Parameters + 80 };
        Run(&Forward, pass.Count, &arguments);
        new Span<float>(pass.Gradients, 80).Clear();
        for (int n = 0; n < pass.Count; n++)
        {
            // Loss: the mean of the output of the labelled class, or of all outputs times their targets.
            pass.Losses[n] = 0;
            for (int output = 0; output < Outputs; output++)
            {
                float factor = pass.Labels != null ? (pass.Labels[n] == output ? 1f : 0f) : pass.Targets[n * Outputs + output];
                factor /= pass.BatchCount;
                pass.Losses[n] += factor * pass.Values[n * Outputs + output];
                pass.Gradients[64 + output] += factor;
                for (int input = 0; input < Inputs; input++)
                {
                    pass.Gradients[input * 16 + output] += factor * pass.Input[n * Inputs + input];
                    if (pass.InputGradient != null)
                        pass.InputGradient[n * Inputs + input] = (output == 0 ? 0 : pass.InputGradient[n * Inputs + input]) + factor * pass.Parameters[input * 16 + output];
                }
            }
        }

        pass.Buffers[0] += 1;
    }

    private static void Forward(KernelArguments* arguments, int begin, int end)
    {
        for (int n = begin; n < end; n++)
        {
            for (int output = 0; output < Outputs; output++)
            {
                float sum = arguments->Bias[output];
                for (int input = 0; input < Inputs; input++)
                    sum += arguments->X[n * Inputs + input] * arguments->W[input * 16 + output];
                arguments->Y[n * Outputs + output] = sum * arguments->Gain[output];
            }
        }
    }

    private void Observe(in Pass pass, int valueFloats, int scratchFloats)
    {
        bool isNew;
        lock (Passes)
        {
            isNew = Passes.Count == 0 || Passes[^1].Capacity != pass.Capacity;
            if (Passes.Count < 100)
                Passes.Add((pass.Count, pass.Capacity, pass.Key));
        }

        if (isNew)
        {
            SawDirtyMemory |= new ReadOnlySpan<float>(pass.Values, valueFloats * (int)pass.Capacity).ContainsAnyExcept(0f)
                || new ReadOnlySpan<float>(pass.Scratch, scratchFloats).ContainsAnyExcept(0f);
        }

        new Span<float>(pass.Values, valueFloats * (int)pass.Capacity).Fill(1f);
        new Span<float>(pass.Scratch, scratchFloats).Fill(1f);
        Inside?.Invoke();
    }
}
