using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>The loss of each sample, as its share of the mean, and the gradient by the network's output.</summary>
/// <param name="Kind">Which loss.</param>
/// <param name="LabelSmoothing">Share of the target that is spread over all classes; cross-entropy only.</param>
/// <param name="X">The network's output.</param>
/// <param name="DX">The gradient by it.</param>
/// <param name="Derivative">The activation of the output, whose derivative is multiplied in.</param>
/// <param name="Weight">Factor of the loss.</param>
/// <param name="Adds">Adds to the losses of the samples: a classifier on the side.</param>
internal sealed partial record LossKernel(
    LossKind Kind, double LabelSmoothing, View X, View DX, Activation Derivative, double Weight = 1, bool Adds = false) : Kernel
{
    public override string Summary => Kind switch
    {
        LossKind.CrossEntropy => $"Cross-entropy of softmax over {X.Channels} classes against labels, and its gradient: probabilities minus targets.",
        LossKind.NegativeLogLikelihood => $"Minus the logarithm of the probability of each label among {X.Channels} classes, and its gradient.",
        LossKind.MeanSquaredError => $"Mean squared difference of {X.Sizes()} and the targets, and its gradient.",
        _ => $"Binary cross-entropy of the logits {X.Sizes()} against the targets, and its gradient: sigmoid minus targets.",
    };

    public override string Tasks => "p.Count";

    protected override string Title => $"{Kind}Loss_{X.Sizes()}{(Adds ? "_Head" : "")}";

    private Epilogue Epilogue => Epilogue.OfGradient(Derivative, false);

    private int Positions => X.Height * X.Width;

    private bool TakesLabels => Kind is LossKind.CrossEntropy or LossKind.NegativeLogLikelihood;

    public override IEnumerable<Code> Uses(VectorIsa isa) =>
        Kind is LossKind.CrossEntropy or LossKind.BinaryCrossEntropy ? Epilogue.Uses().Append(MathFunction.Exp) : Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line(Derivative.IsNone ? "V value;" : "V value, y;");
        if (Kind == LossKind.CrossEntropy)
        {
            new ChannelSweep(writer, isa, X.Channels).DeclareMask();
        }

        if (!TakesLabels)
        {
            writer.Line("// The targets of 16 channels of one position.");
            writer.Line("float* wanted = stackalloc float[16];");
        }

        int terms = TakesLabels ? Positions : Positions * X.Channels;
        writer.Line($"double share = {(Weight == 1 ? "1" : Literal(Weight))} / ((double)a->BatchCount * {terms});");
        writer.Line("float scale = (float)share;");
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            writer.Line(TakesLabels
                ? $"int* labels = a->Labels + (nint)sample * {Positions};"
                : $"float* targets = a->Targets + (nint)sample * {Positions * X.Channels};");
            writer.Line("double loss = 0;");
            using (writer.Block($"for (int row = 0; row < {X.Height}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row};");
                writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + row * {DX.Row};");
                using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, dx += 16)"))
                {
                    if (TakesLabels)
                    {
                        EmitLabel(writer, isa);
                    }
                    else
                    {
                        EmitTargets(writer, isa);
                    }
                }
            }

            writer.Line($"a->Losses[sample] {(Adds ? "+=" : "=")} loss * share;");
        }
    }

    private static string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "d";
}
