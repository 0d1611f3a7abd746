using System.Collections.Generic;
using CnnCompiler.Generator.Expansion.Steps;

namespace CnnCompiler.Generator.Expansion;

/// <summary>A path with the values of its parameters put in: what its attributes ask for, in order.</summary>
/// <param name="Path">Which path: an index into the network's paths.</param>
/// <param name="Name">Its class name.</param>
/// <param name="Steps">Layers, blocks and branches.</param>
internal sealed record PathTree(int Path, string Name, IReadOnlyList<PathStep> Steps);
