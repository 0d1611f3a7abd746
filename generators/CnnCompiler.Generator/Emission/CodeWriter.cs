using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CnnCompiler.Generator.Emission;

/// <summary>Writes C# text with indentation. Line ends are <c>\n</c>; blocks are closed by disposing the scope.</summary>
internal sealed class CodeWriter
{
    // Longer lists are wrapped.
    private const int Width = 160;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines at the current depth.</summary>
    public void Line(string lines = "")
    {
        int start = 0;
        while (true)
        {
            int end = lines.IndexOf('\n', start);
            string line = end < 0 ? lines.Substring(start) : lines.Substring(start, end - start);
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
            if (end < 0)
            {
                return;
            }

            start = end + 1;
        }
    }

    /// <summary>Writes parts one after the other, in as few lines as fit; lines after the first are indented.</summary>
    public void Wrap(string start, IEnumerable<string> parts, string between, string end, string indentation = "    ")
    {
        List<string> all = parts.ToList();
        string line = start;
        for (int i = 0; i < all.Count; i++)
        {
            string part = all[i] + (i == all.Count - 1 ? end : between);
            if (i > 0 && (4 * _depth) + line.Length + part.TrimEnd().Length > Width)
            {
                Line(line.TrimEnd());
                line = indentation;
            }

            line += part;
        }

        Line(line);
    }

    /// <summary>Writes a header line and an opening brace; disposing the result writes the closing one.</summary>
    public Scope Block(string header)
    {
        Line(header);
        Line("{");
        _depth++;
        return new Scope(this);
    }

    public override string ToString() => _text.ToString();

    public readonly struct Scope(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }
}
