using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.GroupNorm;

internal sealed partial record GroupNormLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        int channels = context.Input.Channels;
        if (channels % Groups == 0)
        {
            return context.Input;
        }

        string[] divisors = [.. Enumerable.Range(1, Math.Min(channels, 1024)).Where(divisor => channels % divisor == 0).Select(Digits)];
        context.ReportFixable(
            DiagnosticDescriptors.GroupsDoNotDivide, "groups", DivisorRemedies.Of("groups@0", Groups, channels, channels), Header.Text, Groups,
            "the " + Digits(channels) + " channels that " + context.Source + " gives (" + context.Input + ")",
            Digits(channels) + " / " + Digits(Groups) + " leaves " + Digits(channels % Groups),
            divisors.Length == 1 ? "1 group" : "one of " + string.Join(", ", divisors.Take(12)));
        return null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) =>
        Affine ? NormParameters.Of(Header, input.Channels) : [];

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
