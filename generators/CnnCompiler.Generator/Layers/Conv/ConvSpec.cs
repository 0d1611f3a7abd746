using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

/// <summary>Convolution (cross-correlation) of signals and images, as written; a one-dimensional input uses the width options.</summary>
internal sealed partial record ConvLayer(
    LayerHeader Header, int Filters, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth,
    int PaddingHeight, int PaddingWidth, int Dilation, int Groups, bool Bias, bool Same) : Layer(Header)
{
    /// <summary>Pads before the first position only, so that no output sees a later input; only on signals.</summary>
    public bool Causal { get; init; }

    /// <summary>The inputs that each filter sees; null: all.</summary>
    public ConnectionTable? Connections { get; init; }

    /// <summary>Whether the weight is a direction and a length for each filter.</summary>
    public bool WeightNorm { get; init; }

    /// <summary>The first option as written that needs an input with a height, or null.</summary>
    public string? ImageOption { get; init; }

    /// <summary>Whether padding is written for one axis, which <c>Padding</c> would not override.</summary>
    public bool PerAxisPadding { get; init; }

    public static ConvLayer Parse(AttributeReader reader)
    {
        int filters = reader.Positive("filters");
        int kernel = reader.Positive("kernel"), stride = reader.Positive("Stride"), padding = reader.NonNegative("Padding");
        var layer = new ConvLayer(
            reader.Header(), filters, reader.Positive("kernelHeight", kernel), reader.Positive("kernelWidth", kernel),
            reader.Positive("StrideHeight", stride), reader.Positive("StrideWidth", stride),
            reader.NonNegative("PaddingHeight", padding), reader.NonNegative("PaddingWidth", padding),
            reader.Positive("Dilation"), reader.Positive("Groups"), reader.Bool("Bias", true), reader.Bool("Same", false))
        {
            ImageOption = new[] { "kernelHeight", "StrideHeight", "PaddingHeight" }.FirstOrDefault(reader.IsWritten),
            PerAxisPadding = reader.IsWritten("PaddingHeight") || reader.IsWritten("PaddingWidth"),
            Causal = reader.Bool("Causal", false),
            Connections = ConnectionTable.Parse(reader, filters),
            WeightNorm = reader.Bool("WeightNorm", false),
        };
        if (!reader.HasErrors)
        {
            ReportConflicts(reader, layer);
        }

        return layer;
    }

    /// <summary>The window on an input, with "same" padding resolved.</summary>
    public Window Window(Shape input)
    {
        bool image = input.Rank == 3;
        int kernelHeight = image ? KernelHeight : 1, dilationHeight = image ? Dilation : 1;
        int height = (kernelHeight - 1) * dilationHeight, width = (KernelWidth - 1) * Dilation;
        return new Window(
            kernelHeight, KernelWidth, image ? StrideHeight : 1, StrideWidth, dilationHeight, Dilation,
            Same ? height / 2 : image ? PaddingHeight : 0, Same ? height - (height / 2) : image ? PaddingHeight : 0,
            Causal ? width : Same ? width / 2 : PaddingWidth, Causal ? 0 : Same ? width - (width / 2) : PaddingWidth);
    }

    private static void ReportConflicts(AttributeReader reader, ConvLayer layer)
    {
        string? padding = new[] { "Padding", "PaddingHeight", "PaddingWidth" }.FirstOrDefault(reader.IsWritten);
        if (layer.Causal && (layer.Same || padding is not null))
        {
            reader.Report(
                DiagnosticDescriptors.OptionConflict, "Causal", reader.Text, "Causal = true computes the padding", layer.Same ? "Same" : padding!,
                layer.Same ? "true" : reader.Int(padding!, 0), "Leave out one of the two");
        }
        else if (layer.Connections is not null && layer.Groups != 1)
        {
            reader.Report(
                DiagnosticDescriptors.OptionConflict, "Connections", reader.Text, "Connections needs a single group", "Groups", layer.Groups,
                "Leave out Groups, and write its pattern into the table");
        }
        else if (layer.Same)
        {
            ReportSameConflicts(reader, layer, padding);
        }
    }

    private static void ReportSameConflicts(AttributeReader reader, ConvLayer layer, string? padding)
    {
        if (layer.StrideHeight != 1 || layer.StrideWidth != 1)
        {
            string option = layer.StrideHeight != 1 && reader.IsWritten("StrideHeight") ? "StrideHeight"
                : layer.StrideWidth != 1 && reader.IsWritten("StrideWidth") ? "StrideWidth" : "Stride";
            int stride = layer.StrideHeight != 1 ? layer.StrideHeight : layer.StrideWidth;
            reader.Report(
                DiagnosticDescriptors.OptionConflict, "Same", reader.Text, "Same = true needs a stride of 1", option, stride,
                "Leave out Same and write Padding");
        }
        else if (padding is not null)
        {
            reader.Report(
                DiagnosticDescriptors.OptionConflict, "Same", reader.Text, "Same = true computes the padding", padding, reader.Int(padding, 0),
                "Leave out one of the two");
        }
    }
}
