using System.Collections.Generic;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>Gain and bias after a normalisation: the same in all of them.</summary>
internal static class NormParameters
{
    /// <summary>The header of the attribute; a scheme for matrices is reported.</summary>
    public static LayerHeader Header(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        if (!FirstValues.SuitsVector(header.Init))
        {
            reader.Report(DiagnosticDescriptors.InitNotApplicable, "Init", header.Text, "Init." + header.Init);
        }

        return header;
    }

    /// <summary>A gain of ones and a bias of zeros, unless the attribute says otherwise.</summary>
    public static IReadOnlyList<ParameterSpec> Of(LayerHeader header, params int[] dimensions)
    {
        var shape = new EquatableArray<int>(dimensions);
        return
        [
            new("weight", shape, FirstValues.Gain(header)),
            new("bias", shape, new InitializerSpec(InitializerKind.Constant, header.BiasInit ?? 0)),
        ];
    }
}
