using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.BatchNorm;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Layers.ConvTranspose;
using CnnCompiler.Generator.Layers.Dense;
using CnnCompiler.Generator.Layers.DepthwiseConv;
using CnnCompiler.Generator.Layers.Elu;
using CnnCompiler.Generator.Layers.LeakyRelu;
using CnnCompiler.Generator.Layers.LogSoftmax;
using CnnCompiler.Generator.Layers.PRelu;
using CnnCompiler.Generator.Layers.Relu;
using CnnCompiler.Generator.Layers.Sigmoid;
using CnnCompiler.Generator.Layers.Softmax;
using CnnCompiler.Generator.Layers.Softplus;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Warnings and hints about layers that follow each other, in a graph whose shapes fit.</summary>
internal static class SequenceRules
{
    public static void Check(TypedGraph typed, List<DiagnosticInfo> diagnostics)
    {
        Graph graph = typed.Graph;
        var readers = new int[graph.Nodes.Count];
        foreach (int input in graph.Nodes.SelectMany(node => node.Inputs).Where(input => input >= 0))
        {
            readers[input]++;
        }

        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            Layer layer = graph.Nodes[i].Layer;
            int input = graph.Nodes[i].Inputs[0];
            if (input >= 0)
            {
                CheckPair(graph.Nodes[input].Layer, layer, soleReader: readers[input] == 1, diagnostics);
            }

            if (graph.FullUnroll && layer is ConvLayer conv && conv.UnrolledInputs(typed.InputOf(i)) is var inputs && inputs > ConvLayer.MostUnrolled)
            {
                Report(diagnostics, DiagnosticDescriptors.NotFullyUnrolled, layer, null, null, layer.Header.Text, inputs, ConvLayer.MostUnrolled);
            }

            CheckLoss(graph.Loss, layer, isLast: i == graph.Output || graph.Heads.Any(head => head.Node == i), diagnostics);
        }
    }

    private static void CheckPair(Layer before, Layer layer, bool soleReader, List<DiagnosticInfo> diagnostics)
    {
        // All are the identity where nothing is negative. Softmaxes, Square and Threshold never count: what follows one is there on purpose.
        if (layer is ReluLayer or LeakyReluLayer or PReluLayer or EluLayer
            && before is ReluLayer or SigmoidLayer or SoftplusLayer)
        {
            Report(diagnostics, DiagnosticDescriptors.PointlessActivation, layer, null, Remove(RemedyKinds.RemoveActivation, before, layer), layer.Header.Text, before.Header.Index + 1, before.Header.Text);
        }

        if (layer is BatchNormLayer && soleReader && before is ConvLayer { Bias: true } or DenseLayer { Bias: true } or DepthwiseConvLayer { Bias: true } or ConvTransposeLayer { Bias: true })
        {
            Remedy remedy = Remedy.Set(RemedyKinds.NoBias, "Bias", "false") with { HoldsForEveryUse = IsSamePath(before, layer) };
            Report(diagnostics, DiagnosticDescriptors.BiasBeforeBatchNorm, before, "Bias", remedy, before.Header.Text, layer.Header.Index + 1, layer.Header.Text);
        }
    }

    private static void CheckLoss(Loss loss, Layer layer, bool isLast, List<DiagnosticInfo> diagnostics)
    {
        if (loss.Kind != LossKind.CrossEntropy)
        {
            return;
        }

        if (layer is LogSoftmaxLayer)
        {
            Report(diagnostics, DiagnosticDescriptors.LogSoftmaxBeforeCrossEntropy, layer, null, Remedy.Set(RemedyKinds.RemoveSoftmax, "", ""), layer.Header.Text);
        }
        else if (layer is SoftmaxLayer)
        {
            Report(
                diagnostics, isLast ? DiagnosticDescriptors.FusedSoftmax : DiagnosticDescriptors.SoftmaxBeforeCrossEntropy, layer, null,
                Remedy.Set(RemedyKinds.RemoveSoftmax, "", ""), layer.Header.Text);
        }
    }

    private static void Report(
        List<DiagnosticInfo> diagnostics, DiagnosticDescriptor descriptor, Layer layer, string? argument, Remedy? remedy, params object[] arguments) =>
        diagnostics.Add(layer.Header.Report(descriptor, argument, arguments).WithRemedies(remedy is null ? [] : [remedy]));

    private static Remedy Remove(string kind, Layer before, Layer layer) => Remedy.Set(kind, "", "") with { HoldsForEveryUse = IsSamePath(before, layer) };

    // Elsewhere the block may stand beside other layers.
    private static bool IsSamePath(Layer first, Layer second) => first.Header.Origin.Path == second.Header.Origin.Path;
}
