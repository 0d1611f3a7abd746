using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

[Collection(AloneCollection.Name)]
public sealed unsafe class KernelPoolTests
{
    [Fact]
    public void Run_EveryTaskExactlyOnce_UnderStress()
    {
        var pool = new KernelPool();
        Assert.True(pool.TryAcquire(4));
        var counts = new float[257];
        fixed (float* y = counts)
        {
            var arguments = new KernelArguments { Y = y };
            for (int step = 0; step < 20000; step++)
            {
                int tasks = 1 + step % 257;
                Array.Clear(counts);
                pool.Run(&Count, tasks, &arguments, 2 + step % 3);
                if (counts.AsSpan(0, tasks).ContainsAnyExcept(1f) || counts.AsSpan(tasks).ContainsAnyExcept(0f))
                    Assert.Fail($"step {step}, {tasks} tasks: {string.Join(' ', counts.Take(tasks))}");
            }
        }

        pool.Release();
        Assert.Equal(3, pool.WorkerCount);
    }

    [Fact]
    public void Run_AfterWorkersFellAsleep_UsesThemAgain()
    {
        var pool = new KernelPool();
        Assert.True(pool.TryAcquire(2));
        int* helped = stackalloc int[1];
        var arguments = new KernelArguments { Switches = helped, Count = Environment.CurrentManagedThreadId };
        for (int i = 0; i < 20 && *helped == 0; i++)
        {
            Thread.Sleep(5);
            pool.Run(&Slow, 8, &arguments, 2);
        }

        Assert.NotEqual(0, *helped);
        pool.Release();
    }

    [Fact]
    public void TryAcquire_HeldByAnother_IsRefused()
    {
        var pool = new KernelPool();
        Assert.True(pool.TryAcquire(1));
        Assert.False(pool.TryAcquire(2));
        pool.Release();
        Assert.Equal(0, pool.WorkerCount);
        Assert.True(pool.TryAcquire(2));
        pool.Release();
    }

    [Fact]
    public void Run_ExceptionOnAnyThread_ReachesTheCaller_AndThePoolGoesOn()
    {
        var pool = new KernelPool();
        Assert.True(pool.TryAcquire(3));
        var counts = new float[100];
        fixed (float* y = counts)
        {
            for (int i = 0; i < 300; i++)
            {
                var arguments = new KernelArguments { Y = y, Count = i % 100 };
                bool failed = false;
                try
                {
                    pool.Run(&Fail, 100, &arguments, 3);
                }
                catch (InvalidOperationException failure) when (failure.Message == "kernel")
                {
                    failed = true;
                }

                Assert.True(failed);
                Array.Clear(counts);
                pool.Run(&Count, 100, &arguments, 3);
                Assert.DoesNotContain(counts, count => count != 1f);
            }
        }

        pool.Release();
    }

    [Fact]
    public void Networks_Concurrently_GiveTheSameBits()
    {
        float[] input = [.. Enumerable.Range(0, 400 * 4).Select(i => MathF.Sin(i))];
        using var origin = new FakeNetwork(new NetworkOptions { Threads = 1, MaxBatch = 400 });
        var expected = new float[1200];
        origin.Predict(input, expected);
        int wrong = 0;
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(t => new Thread(() =>
        {
            using var net = new FakeNetwork(new NetworkOptions { Threads = 1 + t });
            var output = new float[1200];
            for (int i = 0; i < 100; i++)
            {
                net.Predict(input, output);
                if (!output.AsSpan().SequenceEqual(expected))
                    Interlocked.Increment(ref wrong);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            Assert.True(thread.Join(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Workers_Idle_TakeNoProcessorTime()
    {
        var pool = new KernelPool();
        Assert.True(pool.TryAcquire(3));
        float one = 0;
        var arguments = new KernelArguments { Switches = (int*)&one };
        pool.Run(&Slow, 8, &arguments, 3);
        pool.Release();
        Thread.Sleep(50);

        // The test host has threads of its own: the smallest of several looks counts.
        TimeSpan least = TimeSpan.MaxValue;
        for (int look = 0; look < 20 && least > TimeSpan.FromMilliseconds(20); look++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            Thread.Sleep(100);
            TimeSpan used = Process.GetCurrentProcess().TotalProcessorTime - before;
            least = used < least ? used : least;
        }

        // Two spinning threads would take 200 ms of each 100 ms.
        Assert.True(least < TimeSpan.FromMilliseconds(60), $"{least.TotalMilliseconds} ms of processor time in 100 ms");
    }

    private static void Count(KernelArguments* arguments, int begin, int end)
    {
        for (int i = begin; i < end; i++)
            arguments->Y[i] += 1;
    }

    private static void Slow(KernelArguments* arguments, int begin, int end)
    {
        Thread.Sleep(2 * (end - begin));
        if (Environment.CurrentManagedThreadId != arguments->Count)
            Interlocked.Increment(ref *arguments->Switches);
    }

    private static void Fail(KernelArguments* arguments, int begin, int end)
    {
        if (begin <= arguments->Count && arguments->Count < end)
            throw new InvalidOperationException("kernel");
    }
}
