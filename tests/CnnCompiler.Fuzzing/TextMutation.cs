using System.Text;

namespace CnnCompiler.Fuzzing;

/// <summary>Damages a source as typing does: letters are lost, doubled, exchanged, or the rest is missing.</summary>
internal static class TextMutation
{
    private const string Letters = "()[]<>{},=;\"0-9x.&\u00e9\0/*'";

    public static string Apply(string source, Choices choices)
    {
        var text = new StringBuilder(source);
        for (int edits = 1 + choices.Below(4); edits > 0 && text.Length > 2; edits--)
        {
            int at = ((choices.Below(100_000) * 31) + choices.Below(100_000)) % (text.Length - 1);
            switch (choices.Below(5))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, Letters[choices.Below(Letters.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, System.Math.Min(12, text.Length - at)));
                    break;
                case 3:
                    (text[at], text[at + 1]) = (text[at + 1], text[at]);
                    break;
                default:
                    text.Length = at + 1;
                    break;
            }
        }

        return text.ToString();
    }
}
