using CnnCompiler.Runtime;

namespace CnnCompiler.Tests;

/// <summary>A network whose gradients are what a test says.</summary>
internal sealed unsafe class ScriptedNetwork(int length) : CnnCompiler.Network(Define(length), new NetworkOptions { Threads = 1 })
{
    private float[] _gradients = new float[length];

    public static readonly float[] Input = [0];

    public override CnnCompiler.Network Share() => throw new System.NotSupportedException();

    /// <summary>Makes these the gradients, as a call of Gradient does.</summary>
    public void SetGradients(float[] gradients)
    {
        _gradients = gradients;
        Gradient(Input, Input);
    }

    protected override void PredictPass(in Pass pass) => pass.Output[0] = 0;

    protected override void GradientPass(in Pass pass)
    {
        pass.Losses[0] = 0;
        for (int i = 0; i < _gradients.Length; i++)
        {
            pass.Gradients[i] = _gradients[i];
        }
    }

    private static NetworkDefinition Define(int length) => new()
    {
        Name = "Scripted",
        InputShape = [1],
        OutputShape = [1],
        Targets = TargetKind.Values,
        Parameters = [new("weight", [length], 0, length, PackedLayout.Flat(length), new Initializer(InitializerKind.Normal, 1), true)],
        Buffers = [],
        Isas = [Isa.Portable, Isa.Avx2, Isa.Avx512],
        ParameterFloats = length,
        TrainableFloats = length,
        BufferFloats = 0,
        PredictChunk = 1,
        PredictValueFloats = 1,
        PredictScratchFloats = 1,
        GradientValueFloats = 1,
        GradientScratchFloats = 1,
        Summary = new NetworkSummary("Scripted", new TensorShape(1), [], -1, 0, 0),
    };
}
