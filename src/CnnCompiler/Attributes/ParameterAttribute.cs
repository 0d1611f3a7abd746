using System;

namespace CnnCompiler;

/// <summary>
/// Makes a constant of a block a parameter, which <see cref="UseAttribute{TBlock}"/> sets by position, in the order of declaration. The constant's own value
/// is the default. Types: <see langword="int"/>, <see langword="bool"/>, <see langword="float"/>, <see langword="double"/>, <see langword="string"/>, enumerations.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ParameterAttribute : Attribute;
