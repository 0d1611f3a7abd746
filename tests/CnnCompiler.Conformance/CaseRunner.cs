using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CnnCompiler.Testing;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Conformance;

/// <summary>Runs cases on some instruction sets.</summary>
/// <param name="isas">The instruction sets; a case passes when it passes on all.</param>
internal sealed class CaseRunner(IReadOnlyList<Isa> isas)
{
    /// <summary>Runs a case; whatever is wrong with it becomes its result.</summary>
    /// <param name="path">Its file.</param>
    public CaseResult Run(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        Comparison? worst = null;
        try
        {
            ConformanceCase @case = ConformanceCase.Read(path);
            using CompiledAssembly assembly = Compile(@case.Source);
            foreach (Isa isa in isas)
            {
                Comparison comparison = Run(assembly["Case"], isa, @case);
                worst = worst is null || comparison.Error > worst.Error ? comparison : worst;
            }
        }
        catch (Exception failure)
        {
            // Anything at all: one bad file must not keep the others from running.
            string reason = failure is CaseFailure or IOException or HarnessException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";
            return new CaseResult(name, worst?.Error ?? double.NaN, OneLine(reason));
        }

        return new CaseResult(name, worst!.Error, worst.Error <= 1 ? null : worst.Place);
    }

    private static CompiledAssembly Compile(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(source);

        // A case may earn warnings; a generator or analyzer that threw is no warning.
        Diagnostic? error = run.Errors.FirstOrDefault(e => e.Severity == DiagnosticSeverity.Error || e.Id is "CS8785" or "CS8784" or "AD0001");
        return error is null ? GeneratorHarness.Load(run) : throw new CaseFailure($"does not compile: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static Comparison Run(CompiledNetwork compiled, Isa isa, ConformanceCase @case)
    {
        using Network net = compiled.Create(new NetworkOptions { Isa = isa, Threads = 2 });
        var comparison = new Comparison(isa, @case);
        int batch = @case.CountSamples(net.InputShape);
        Load(net.Parameters, "param.", @case);
        Load(net.Buffers, "buffer.", @case);
        float[] input = @case.Require("input", [batch, .. net.InputShape]);
        if (@case.Has("output"))
            Predict(net, input, batch, @case, comparison);
        if (@case.HasGradient)
            Gradient(net, input, batch, @case, comparison);
        return comparison;
    }

    private static void Load(IReadOnlyList<Parameter> parameters, string prefix, ConformanceCase @case)
    {
        foreach (Parameter parameter in parameters)
            parameter.CopyFrom(@case.Require(prefix + parameter.Name, parameter.Shape));
        if (@case.Names(prefix).Except(parameters.Select(p => p.Name)).FirstOrDefault() is { } unknown)
            throw new CaseFailure($"the network has no '{unknown}', which the file stores as '{prefix}{unknown}'");
    }

    private static void Predict(Network net, float[] input, int batch, ConformanceCase @case, Comparison comparison)
    {
        float[] expected = @case.Require("output", [batch, .. net.OutputShape]);
        var output = new float[batch * net.OutputSize];
        net.Predict(input, output);
        comparison.Add("output", expected, output);
        Unchanged(net.Parameters, "param.", @case);
        Unchanged(net.Buffers, "buffer.", @case);
    }

    private static void Unchanged(IReadOnlyList<Parameter> parameters, string prefix, ConformanceCase @case)
    {
        foreach (Parameter parameter in parameters)
        {
            if (!Values(parameter).SequenceEqual(@case.Require(prefix + parameter.Name, parameter.Shape)))
                throw new CaseFailure($"Predict changes '{parameter.Name}'");
        }
    }

    private static void Gradient(Network net, float[] input, int batch, ConformanceCase @case, Comparison comparison)
    {
        var inputGradient = new float[input.Length];
        float loss;
        if (@case.Labels is { } labels)
        {
            var shape = new TensorShape([batch, .. net.OutputShape.Skip(1)]);
            if (!shape.Equals(@case.LabelShape))
                throw new CaseFailure($"tensor 'labels': the network gives it the shape {shape}, the file has {@case.LabelShape}");
            loss = net.Gradient(input, labels, inputGradient);
        }
        else
        {
            loss = net.Gradient(input, @case.Require("targets", [batch, .. net.OutputShape]).AsSpan(), inputGradient);
        }

        if (@case.Has("loss"))
            comparison.Add("loss", @case.Require("loss", []), [loss]);
        if (@case.Has("grad.input"))
            comparison.Add("grad.input", @case.Require("grad.input", [batch, .. net.InputShape]), inputGradient);
        foreach (string name in @case.Names("grad."))
        {
            Parameter parameter = Find(net.Parameters, name);
            var values = new float[parameter.Length];
            parameter.CopyGradientTo(values);
            comparison.Add("grad." + name, @case.Require("grad." + name, parameter.Shape), values);
        }

        foreach (string name in @case.Names("buffer_after."))
        {
            Parameter buffer = Find(net.Buffers, name);
            comparison.Add("buffer_after." + name, @case.Require("buffer_after." + name, buffer.Shape), Values(buffer));
        }
    }

    private static Parameter Find(IReadOnlyList<Parameter> parameters, string name) =>
        parameters.FirstOrDefault(p => p.Name == name) ?? throw new CaseFailure($"the network has no '{name}'");

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    private static string OneLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');
}
