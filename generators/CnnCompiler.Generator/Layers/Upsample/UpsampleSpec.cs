using System;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>How positions between those of the input are filled; names are those of the runtime's <c>UpsampleMode</c>.</summary>
internal enum UpsampleScheme
{
    Nearest,
    Bilinear,
}

/// <summary>A map with a multiple of the positions along every axis.</summary>
internal sealed partial record UpsampleLayer(LayerHeader Header, int Factor, UpsampleScheme Scheme) : Layer(Header)
{
    public static UpsampleLayer Parse(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        var scheme = (UpsampleScheme)reader.Int("Mode", 0);
        if (!Enum.IsDefined(typeof(UpsampleScheme), scheme))
        {
            reader.Report(DiagnosticDescriptors.ArgumentOutOfRange, "Mode", header.Text, "Mode", "a value of the enumeration UpsampleMode", (int)scheme);
        }

        return new(header, reader.Positive("factor"), scheme);
    }
}
