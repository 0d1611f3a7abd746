using System;
using System.Diagnostics;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>An exception of generator or analyzer as a message: neither may end with one, because the compiler then drops the whole generator.</summary>
internal static class InternalError
{
    /// <summary>Whether an exception is a failure, and not a request to stop.</summary>
    public static bool IsFailure(Exception exception) => exception is not OperationCanceledException;

    /// <summary>What to report: <c>OverflowException in TilePlan.Choose: Arithmetic operation resulted in an overflow.</c></summary>
    public static string Describe(Exception exception)
    {
        System.Reflection.MethodBase? method = new StackTrace(exception).GetFrame(0)?.GetMethod();
        string place = method is null ? "" : " in " + method.DeclaringType?.Name + "." + method.Name;
        return (exception.GetType().Name + place + ": " + exception.Message).Replace("\r", "").Replace('\n', ' ').TrimEnd('.');
    }
}
