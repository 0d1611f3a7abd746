using System;

namespace CnnCompiler;

/// <summary>All values as features, in the order channels, rows, columns.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute;
