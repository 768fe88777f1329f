using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Tests;

/// <summary>What the emulated capture counts, against the definitions in capture.h.</summary>
public sealed class CaptureStatisticsTests
{
    private readonly MicrophoneModel _microphone = new(new Silence(16000), 1);
    private readonly int[] _fields = new int[CaptureStatistics.Fields];

    [Fact]
    public void TheFirstReadingAsksAndTheNextHasTheAnswer()
    {
        var statistics = new CaptureStatistics();
        statistics.Add([1, 2], _microphone);
        Assert.False(statistics.TryRead(_fields));
        Assert.False(statistics.TryRead(_fields));
        statistics.Add([-3, 5], _microphone);
        statistics.Add([30000], _microphone);
        Assert.True(statistics.TryRead(_fields));
        Assert.Equal([4, 0, -3, 5, 0, (1 + 4 + 9 + 25) / 4], _fields);
        Assert.False(statistics.TryRead(_fields));
        statistics.Add([7], _microphone);
        Assert.True(statistics.TryRead(_fields));
        Assert.Equal([2, 0, 7, 30000, 0, (49 + 900_000_000) / 2], _fields);
    }

    [Fact]
    public void SamplesAtTheEndOfTheScaleAreCounted()
    {
        var statistics = new CaptureStatistics();
        statistics.TryRead(_fields);
        statistics.Add([short.MinValue, short.MaxValue, 32766, -32767], _microphone);
        Assert.True(statistics.TryRead(_fields));
        Assert.Equal(2, _fields[1]);
    }

    [Fact]
    public void AWrongBiasShowsAsOffsetAndClipsOneSideEarlier()
    {
        _microphone.BiasVolts = 0.825;
        var statistics = new CaptureStatistics();
        statistics.TryRead(_fields);
        statistics.Add([-16384, -16383, 30000], _microphone);
        Assert.True(statistics.TryRead(_fields));
        Assert.Equal(-16384, _fields[4]);
        Assert.Equal(1, _fields[1]);
    }
}
