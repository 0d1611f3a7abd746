using Xunit;

namespace CnnCompiler.Fuzzing;

public sealed class FuzzingTests
{
    // A small number; the program checks more.
    [Fact]
    public void RandomArchitectures_AreAcceptedAndComputed()
    {
        var fuzzer = new Fuzzer(2);
        fuzzer.Run(300);
        Assert.InRange(fuzzer.Accepted, 30, 300);
        Assert.InRange(fuzzer.Rejected, 30, 300);
        Assert.InRange(fuzzer.Mutated, 30, 300);
        Assert.Equal(10, fuzzer.Execute(10));
    }
}
