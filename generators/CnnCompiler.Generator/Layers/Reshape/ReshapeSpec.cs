using System.Globalization;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Reshape;

/// <summary>The same values in the same order (channels, rows, columns) as another shape.</summary>
internal sealed partial record ReshapeLayer(LayerHeader Header, EquatableArray<int> Dimensions) : Layer(Header)
{
    public static ReshapeLayer Parse(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        int[] dimensions = reader.Ints("dims");
        if (dimensions.Length is < 1 or > 3 && !reader.IsBroken)
        {
            reader.Report(DiagnosticDescriptors.ArgumentOutOfRange, "dims", header.Text, "the number of dimensions", "from 1 to 3", dimensions.Length);
        }

        for (int i = 0; i < dimensions.Length; i++)
        {
            if (dimensions[i] < 1)
            {
                reader.Report(
                    DiagnosticDescriptors.ArgumentOutOfRange, "dims", header.Text, "dimension " + (i + 1).ToString(CultureInfo.InvariantCulture), "at least 1", dimensions[i]);
                break;
            }
        }

        return new(header, new EquatableArray<int>(dimensions));
    }
}
