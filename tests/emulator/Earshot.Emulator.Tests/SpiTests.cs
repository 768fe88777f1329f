using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Tests;

public sealed class SpiTests
{
    [Fact]
    public void TransfersReachThePartner()
    {
        var partner = new Incrementing();
        var levels = new List<bool>();
        var reports = ScenarioRun.Reports("package spi", board =>
        {
            board.Gpio.Pin("PB6").Changed += levels.Add;
            board.Spi.Connect(1, "PB6", partner);
        });
        Assert.Equal(["2 3 4", "AABB", "170", "in use", "48000000", "no bus 9"], reports);
        Assert.Equal(["010203 full", "0102 -", "- -", "09 -", "- -"], partner.Heard);
        // High while idle, low during each of the five transfers, let go and high again at the second opening.
        Assert.Equal([true, false, true, false, true, false, true, false, true, false, true, false, true, false], levels);
    }

    [Fact]
    public void AnOpenLineReadsOnes() => Assert.Equal("255 255 255", ScenarioRun.Reports("package spi")[0]);

    private sealed class Incrementing : ISpiPartner
    {
        public List<string> Heard { get; } = [];

        public void Transfer(long time, ReadOnlySpan<byte> written, Span<byte> read, bool isFullDuplex)
        {
            Heard.Add($"{(written.Length == 0 ? "-" : Convert.ToHexString(written))} {(isFullDuplex ? "full" : "-")}");
            for (var index = 0; index < read.Length; index++)
            {
                read[index] = isFullDuplex ? (byte)(written[index] + 1) : (byte)(0xAA + (0x11 * index));
            }
        }
    }
}
