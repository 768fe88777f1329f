using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Tests;

public sealed class MicrophoneTests
{
    [Fact]
    public void WithoutFaultsNothingChanges()
    {
        var model = new MicrophoneModel(new Ramp(), 1);
        Assert.Equal(Read(new MicrophoneModel(new Ramp(), 2), 1000), Read(model, 1000));
        Assert.Equal(1000, model.WorldPosition);
    }

    [Fact]
    public void GainClips()
    {
        var model = new MicrophoneModel(new Constant(20000), 1) { GainDecibels = 20 * Math.Log10(1.5) };
        Assert.Equal(30000, Read(model, 1)[0]);
        model.GainDecibels = 12;
        Assert.Equal(short.MaxValue, Read(model, 1)[0]);
    }

    [Fact]
    public void ALowBiasClipsOneSideEarlier()
    {
        Assert.Equal(-16384, Read(new MicrophoneModel(new Constant(-30000), 1) { BiasVolts = 0.825 }, 1)[0]);
        Assert.Equal(30000, Read(new MicrophoneModel(new Constant(30000), 1) { BiasVolts = 0.825 }, 1)[0]);
    }

    [Fact]
    public void NoiseIsAtItsLevelAndTheSameInEveryRun()
    {
        // 60 dB below a sine of full scale, whose root mean square is 23170.
        var first = Read(new MicrophoneModel(new Silence(16000), 7) { NoiseDecibels = 60 }, 16000);
        Assert.Equal(first, Read(new MicrophoneModel(new Silence(16000), 7) { NoiseDecibels = 60 }, 16000));
        Assert.NotEqual(first, Read(new MicrophoneModel(new Silence(16000), 8) { NoiseDecibels = 60 }, 16000));
        Assert.InRange(Math.Sqrt(first.Average(sample => (double)sample * sample)), 22.5, 23.8);
    }

    [Fact]
    public void ADisconnectedMicrophoneGivesNoiseAndASilentOneItsBias()
    {
        var model = new MicrophoneModel(new Constant(10000), 1) { Fault = MicrophoneFault.Silent, DcOffset = 5 };
        Assert.All(Read(model, 100), sample => Assert.Equal(5, sample));
        model.Fault = MicrophoneFault.Disconnected;
        var floating = Read(model, 16000);
        Assert.InRange(Math.Sqrt(floating.Average(sample => (double)sample * sample)), 280, 320);
        model.Fault = MicrophoneFault.None;
        Assert.Equal(10005, Read(model, 1)[0]);
    }

    [Fact]
    public void AFastClockHearsTheWorldSlower()
    {
        var model = new MicrophoneModel(new Ramp(), 1) { SampleRateError = 50_000 };
        Read(model, 21000);
        Assert.InRange(model.WorldPosition, 20_000, 20_003);
    }

    [Fact]
    public void TheMembraneCanBeOverloaded()
    {
        var model = new MicrophoneModel(new Constant(30000), 1) { OverloadDecibels = 114 };
        // 6 dB below full scale.
        Assert.InRange(Read(model, 1)[0], 16400, 16450);
    }

    [Fact]
    public void ATimelinePlacesAndAddsSounds()
    {
        var timeline = new Timeline(16000, new Constant(100));
        var clip = new SoundClip("tone", "siren", [.. Enumerable.Repeat((short)1000, 1600)]);
        timeline.Add(TimeSpan.FromSeconds(1), clip);
        timeline.Add(TimeSpan.FromSeconds(1.05), clip, gainDecibels: 20);
        var samples = new short[2 * 16000];
        for (var start = 0; start < samples.Length; start += 1000)
        {
            timeline.Read(samples.AsSpan(start, 1000));
        }

        Assert.Equal([100, 1100, 11100, 10100, 100], new[] { 15999, 16000, 16800, 17600, 18400 }.Select(index => samples[index]));
        Assert.Equal(TimeSpan.FromSeconds(1.15), timeline.EndTime);
        Assert.Equal(["siren", "siren"], timeline.Played.Select(sound => sound.Label));
        Assert.Throws<ArgumentException>(() => timeline.Add(TimeSpan.FromSeconds(1.5), clip));
    }

    [Fact]
    public void AWavThatEndsEarlyIsAClearError()
    {
        using var folder = new TemporaryFolder();
        byte[] header =
        [
            .. "RIFF"u8, .. BitConverter.GetBytes(36 + 32000), .. "WAVEfmt "u8, .. BitConverter.GetBytes(16), 1, 0, 1, 0,
            .. BitConverter.GetBytes(16000), .. BitConverter.GetBytes(32000), 2, 0, 16, 0, .. "data"u8, .. BitConverter.GetBytes(32000),
        ];
        var path = folder.File("cut.wav", [.. header, .. new byte[1000]]);
        var error = Assert.Throws<InputException>(() => SoundFiles.Read(path, 16000));
        Assert.Contains("cut.wav", error.Message, StringComparison.Ordinal);
    }

    private static short[] Read(MicrophoneModel model, int count)
    {
        var samples = new short[count];
        model.Read(samples);
        return samples;
    }

    private sealed class Constant(short value) : ISoundSource
    {
        public int SampleRate => 16000;

        public void Read(Span<short> samples) => samples.Fill(value);
    }

    private sealed class Ramp : ISoundSource
    {
        private short _next;

        public int SampleRate => 16000;

        public void Read(Span<short> samples)
        {
            foreach (ref var sample in samples)
            {
                sample = _next++;
            }
        }
    }
}
