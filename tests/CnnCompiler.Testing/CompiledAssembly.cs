using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace CnnCompiler.Testing;

/// <summary>A loaded compilation; unloads when disposed and its networks are gone.</summary>
public sealed class CompiledAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("networks", isCollectible: true);
    private readonly Assembly _assembly;

    internal CompiledAssembly(Stream image) => _assembly = _context.LoadFromStream(image);

    /// <summary>Every network class.</summary>
    public IEnumerable<CompiledNetwork> Networks => _assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Network))).Select(type => new CompiledNetwork(type));

    /// <summary>A network by its class name.</summary>
    /// <param name="name">The name without namespace.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CompiledNetwork this[string name] => Networks.FirstOrDefault(network => network.Name == name)
        ?? throw new ArgumentException($"No network class {name} was generated; found {string.Join(", ", Networks.Select(n => n.Name))}.", nameof(name));

    /// <summary>Size of every method with a body: name, IL bytes, local variables.</summary>
    public IEnumerable<(string Method, int IlBytes, int Locals)> MethodSizes()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (Type type in _assembly.GetTypes())
        {
            foreach (MethodBase method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            {
                if (method.GetMethodBody() is { } body)
                    yield return ($"{type.FullName}.{method.Name}", body.GetILAsByteArray()!.Length, body.LocalVariables.Count);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
