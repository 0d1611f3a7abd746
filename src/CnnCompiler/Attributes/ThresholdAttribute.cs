using System;

namespace CnnCompiler;

/// <summary>1 where x is positive, elsewhere 0: the perceptron's step. Any shape. Its derivative is 0, so nothing before it learns. (Rosenblatt 1958, "The Perceptron".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ThresholdAttribute : LayerAttribute;
