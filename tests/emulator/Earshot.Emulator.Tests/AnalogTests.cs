using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Tests;

public sealed class AnalogTests
{
    [Fact]
    public void ChannelsAreTheFirmwares() => Assert.Equal(
        // 1.1 V and 3.3 V of reference; 30 °C are 0.7725 V, the internal reference 1.21 V.
        ["9 4095 12", "1365", "959 1502", "False", "no channel 9"],
        ScenarioRun.Reports("package analog", board =>
        {
            board.Analog.SetVolts("PA1", 1.1);
            board.Analog.TemperatureCelsius = 30;
        }));

    [Fact]
    public void AChannelHearsWhatTheMicrophoneHears()
    {
        // A square wave of half of full scale around half of the supply.
        using var run = ScenarioRun.Of("package analog-sound", sound: new SquareWave());
        Assert.Equal(["1024 3071"], run.Host.Texts);
    }

    [Fact]
    public void TheWorldCannotSetTheMicrophonesPin()
    {
        using var run = new ScenarioRun("package analog");
        Assert.Throws<ArgumentException>(() => run.Board.Analog.SetVolts("PA0", 1));
        Assert.Throws<ArgumentException>(() => run.Board.Analog.SetVolts("PZ9", 1));
    }

    private sealed class SquareWave : ISoundSource
    {
        private long _position;

        public int SampleRate => 16000;

        public void Read(Span<short> samples)
        {
            foreach (ref var sample in samples)
            {
                sample = (short)(_position++ / 8 % 2 == 0 ? 16384 : -16384);
            }
        }
    }
}
