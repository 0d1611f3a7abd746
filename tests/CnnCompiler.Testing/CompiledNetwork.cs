using System;
using System.Reflection;
using CnnCompiler.Runtime;

namespace CnnCompiler.Testing;

/// <summary>A generated network class.</summary>
/// <param name="type">The class.</param>
public sealed class CompiledNetwork(Type type)
{
    /// <summary>The class name without namespace.</summary>
    public string Name => type.Name;

    /// <summary>The static table of layers.</summary>
    public NetworkSummary Summary => (NetworkSummary)(
        type.GetProperty("Summary", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
        ?? type.GetField("Summary", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
        ?? throw new InvalidOperationException($"{Name} has no static Summary."));

    /// <summary>Makes an instance.</summary>
    /// <param name="options">Its options, or <see langword="null"/>.</param>
    public Network Create(NetworkOptions? options = null)
    {
        try
        {
            return (Network)Activator.CreateInstance(type, [options])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    /// <summary>Most samples that <c>Gradient</c> takes through all layers at a time; 0 for all of the batch.</summary>
    public int GradientChunk => Definition.GradientChunk;

    private NetworkDefinition Definition => (NetworkDefinition)(
        type.GetField("CompiledDefinition", BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) ?? throw new InvalidOperationException($"{Name} has no definition."));

    /// <summary>Runs a test in which <c>Gradient</c> takes fewer samples at a time than it is compiled for. Tests of one class of networks run one after the other.</summary>
    /// <param name="chunk">Samples, at least 2.</param>
    /// <param name="test">Makes its own instances.</param>
    public void WithGradientChunk(int chunk, Action test)
    {
        NetworkDefinition definition = Definition;
        PropertyInfo property = typeof(NetworkDefinition).GetProperty(nameof(NetworkDefinition.GradientChunk))!;
        int before = definition.GradientChunk;
        property.SetValue(definition, chunk);
        try
        {
            test();
        }
        finally
        {
            property.SetValue(definition, before);
        }
    }

    /// <summary>A generated constant: <c>ParameterCount</c>, <c>Macs</c>, <c>PredictBytes</c>, <c>GradientBytes</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">There is no such constant of type <see langword="long"/>.</exception>
    public long Constant(string name) =>
        type.GetField(name, BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field && field.GetRawConstantValue() is long value
            ? value
            : throw new InvalidOperationException($"{Name} has no constant long {name}.");
}
