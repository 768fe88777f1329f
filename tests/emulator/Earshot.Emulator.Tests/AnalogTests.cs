using Earshot.Emulator.Boards;
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
    public void AnAddedChannelReadsThePinThatTheChipHasLinkedToIt()
    {
        using var run = ScenarioRun.Of("package analog-added", wire: board =>
        {
            board.Analog.SetVolts("PA5", 1.1);
            board.Analog.SetVolts("PA6", 2.2);
        });
        // The F411 has one converter.
        Assert.Equal(["9 10 11", "1365 2730", "9", "refused refused"], run.Host.Texts);
        Assert.Single(run.Board.Trace.Lines, line => line.EndsWith("adc: channel 6 of converter 1 reads PA6, not PA5", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryBoardsMicrophoneIsAtAPinOfItsChannel()
    {
        Assert.Equal("PA0", ConverterPins.Find("STM32F411RE", 1, 0));
        Assert.Equal("PF3", ConverterPins.Find("STM32F767ZI", 3, 9));
        Assert.Equal("PA0", ConverterPins.Find("STM32L475VG", 2, 5));
        Assert.Null(ConverterPins.Find("STM32L475VG", 1, 0));
        Assert.Null(ConverterPins.Find("STM32F411RE", 2, 0));
        Assert.Equal(3, ConverterPins.CountOf("STM32F439ZI"));
        Assert.All(BoardCatalog.Targets, target => Assert.NotNull(ConverterPins.CountOf(BoardCatalog.Find(target).Mcu)));
    }

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
