using Earshot.Emulator.Sound;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

/// <summary>What a node says of its microphone, seen from the network.</summary>
public sealed class NodeMicrophoneTests
{
    private const double Amplitude = 3276.8;

    [Fact]
    public void ItIsToldAboutAfterAMinuteOfSoundAndThenWithTheStatus()
    {
        using var bench = new NodeBench(Tone(150), settings => settings.Apply(new ScheduleDownlink { Revision = 1, StatusHours = 1 }.Encode()));
        bench.Run(58);
        Assert.Empty(Told(bench));
        bench.Run(70);
        var told = Assert.Single(Told(bench));
        Assert.False(told.IsSilent);
        Assert.Null(told.ToneIsHeard);
        Assert.Equal(0, told.ClippedPerMillion);
        Assert.Equal(0, told.LostMilliseconds);
        Assert.InRange(told.Offset, -0.01, 0.01);
        // A sine 20 dB below full scale, which is at 120 dB.
        Assert.InRange(told.Quietest, 99.5, 100.5);
        bench.Run(3700);
        Assert.Equal(2, Told(bench).Count());
        // The tone has ended: then nothing moves the line, but in this hour something did.
        Assert.False(Told(bench).Last().IsSilent);
        Assert.InRange(Told(bench).Last().Quietest, 0, 60);
    }

    [Fact]
    public void ADeadOneIsToldAtTheEndOfTheFirstWindow()
    {
        using var bench = new NodeBench(set: settings => settings.Apply(new ScheduleDownlink { Revision = 1, Listen = 10, Every = 60 }.Encode()));
        bench.Run(90);
        Assert.True(Assert.Single(Told(bench)).IsSilent);
        bench.Run(400);
        Assert.Single(Told(bench));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AToneIsListenedForWhenTheNetworkAsks(bool isPlayed)
    {
        using var bench = new NodeBench(isPlayed ? Tone(150) : null);
        bench.Gateway.Enqueue(bench.Eui, 2, new CommandDownlink { Revision = 1, Command = NodeCommand.CheckMicrophone }.Encode());
        bench.Run(100);
        Assert.Equal("applied", Assert.Single(bench.Uplinks.OfType<SettingsUplink>()).Result);
        var told = Assert.Single(Told(bench));
        Assert.Equal(isPlayed, told.ToneIsHeard);
        if (isPlayed)
        {
            Assert.InRange(told.ToneLevel!.Value, 99.5, 100.5);
            Assert.InRange(told.ToneRatio!.Value, 30, 127);
        }
    }

    private static IEnumerable<MicrophoneUplink> Told(NodeBench bench) => bench.Uplinks.OfType<MicrophoneUplink>();

    private static Playlist Tone(int seconds)
    {
        var samples = new short[seconds * FakeEngine.SampleRate];
        for (var index = 0; index < samples.Length; index++)
        {
            samples[index] = (short)Math.Round(Amplitude * Math.Sin(2 * Math.PI * 1000 * index / FakeEngine.SampleRate));
        }

        return new Playlist(FakeEngine.SampleRate, [new SoundClip("1 kHz", "tone", samples)], lead: TimeSpan.Zero, gap: TimeSpan.Zero);
    }
}
