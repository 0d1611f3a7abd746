using System.IO;

namespace CnnCompiler.Tests;

/// <summary>A stream that cannot seek and gives a few bytes at a time, as a network connection does.</summary>
internal sealed class ForwardStream(byte[] content) : MemoryStream(content)
{
    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, int.Min(count, 7));

    public override int Read(System.Span<byte> buffer) => base.Read(buffer[..int.Min(buffer.Length, 7)]);
}
