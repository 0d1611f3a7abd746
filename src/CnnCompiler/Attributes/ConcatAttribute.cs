using System;

namespace CnnCompiler;

/// <summary>The channels (or features) of one path of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1> : GraphAttribute
    where T1 : class;

/// <summary>The channels (or features) of two paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2> : GraphAttribute
    where T1 : class
    where T2 : class;

/// <summary>The channels (or features) of three paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
/// <typeparam name="T3">Path 3.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3> : GraphAttribute
    where T1 : class
    where T2 : class
    where T3 : class;

/// <summary>The channels (or features) of four paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
/// <typeparam name="T3">Path 3.</typeparam>
/// <typeparam name="T4">Path 4.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3, T4> : GraphAttribute
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class;

/// <summary>The channels (or features) of five paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
/// <typeparam name="T3">Path 3.</typeparam>
/// <typeparam name="T4">Path 4.</typeparam>
/// <typeparam name="T5">Path 5.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3, T4, T5> : GraphAttribute
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class
    where T5 : class;

/// <summary>The channels (or features) of six paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
/// <typeparam name="T3">Path 3.</typeparam>
/// <typeparam name="T4">Path 4.</typeparam>
/// <typeparam name="T5">Path 5.</typeparam>
/// <typeparam name="T6">Path 6.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3, T4, T5, T6> : GraphAttribute
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class
    where T5 : class
    where T6 : class;

/// <summary>The channels (or features) of seven paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
/// <typeparam name="T3">Path 3.</typeparam>
/// <typeparam name="T4">Path 4.</typeparam>
/// <typeparam name="T5">Path 5.</typeparam>
/// <typeparam name="T6">Path 6.</typeparam>
/// <typeparam name="T7">Path 7.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3, T4, T5, T6, T7> : GraphAttribute
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class
    where T5 : class
    where T6 : class
    where T7 : class;

/// <summary>The channels (or features) of eight paths of one input, in this order. (Szegedy et al. 2014, "Going Deeper with Convolutions".)</summary>
/// <typeparam name="T1">Path 1.</typeparam>
/// <typeparam name="T2">Path 2.</typeparam>
/// <typeparam name="T3">Path 3.</typeparam>
/// <typeparam name="T4">Path 4.</typeparam>
/// <typeparam name="T5">Path 5.</typeparam>
/// <typeparam name="T6">Path 6.</typeparam>
/// <typeparam name="T7">Path 7.</typeparam>
/// <typeparam name="T8">Path 8.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute<T1, T2, T3, T4, T5, T6, T7, T8> : GraphAttribute
    where T1 : class
    where T2 : class
    where T3 : class
    where T4 : class
    where T5 : class
    where T6 : class
    where T7 : class
    where T8 : class;
