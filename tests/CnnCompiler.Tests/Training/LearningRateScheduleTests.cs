using System;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void Step_ChangesEveryFewEpochs()
    {
        var schedule = new StepSchedule(2, 0.5f);
        Assert.Equal(0.4f, schedule.At(0.4f, 0, 10, 6));
        Assert.Equal(0.4f, schedule.At(0.4f, 19, 10, 6));
        Assert.Equal(0.2f, schedule.At(0.4f, 20, 10, 6));
        Assert.Equal(0.1f, schedule.At(0.4f, 59, 10, 6), 1e-7f);
    }

    [Fact]
    public void Cosine_FallsToTheMinimum()
    {
        var schedule = new CosineSchedule(0.1f);
        Assert.Equal(1.1f, schedule.At(1.1f, 0, 100, 2));
        Assert.Equal(0.6f, schedule.At(1.1f, 100, 100, 2), 1e-6f);
        Assert.Equal(0.1f, schedule.At(1.1f, 200, 100, 2), 1e-6f);
        Assert.True(schedule.At(1.1f, 50, 100, 2) > schedule.At(1.1f, 51, 100, 2));
    }

    [Fact]
    public void Warmup_RisesLinearlyFromOneShare()
    {
        var schedule = new ConstantSchedule { WarmupEpochs = 0.5f };
        Assert.Equal(0.1f, schedule.At(0.5f, 0, 10, 3), 1e-7f);
        Assert.Equal(0.2f, schedule.At(0.5f, 1, 10, 3), 1e-7f);
        Assert.Equal(0.5f, schedule.At(0.5f, 4, 10, 3));
        Assert.Equal(0.5f, schedule.At(0.5f, 25, 10, 3));
    }

    [Fact]
    public void Options_OutOfRange_AreErrors()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantSchedule { WarmupEpochs = float.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantSchedule().At(1, -1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantSchedule().At(1, 0, 0, 1));
    }
}
