using System;

namespace CnnCompiler.Diagrams;

/// <summary>The colours of boxes: dark text is readable on all of them.</summary>
internal static class BoxColours
{
    public static BoxKind[] Kinds { get; } = Enum.GetValues<BoxKind>();

    /// <summary>The colours of the inside and of the line.</summary>
    public static (string Fill, string Line) Of(BoxKind kind) => kind switch
    {
        BoxKind.End => ("#e5e7eb", "#6b7280"),
        BoxKind.Weighted => ("#dbeafe", "#3b82f6"),
        BoxKind.Join => ("#fef3c7", "#d97706"),
        _ => ("#ffffff", "#9ca3af"),
    };
}
