using Earshot.Emulator.Boards;

namespace Earshot.Emulator.Tests;

public sealed class BoardFileTests
{
    private static readonly string Good = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "boards", "ST_NUCLEO64_F411RE_NF", "board.yaml"));

    [Fact]
    public void EveryBoardIsSound()
    {
        Assert.Contains("ST_NUCLEO64_F411RE_NF", BoardCatalog.Targets);
        Assert.Contains("ST_NUCLEO144_F746ZG", BoardCatalog.Targets);
        Assert.All(BoardCatalog.Targets, target => Assert.Equal(target, BoardCatalog.Find(target).Target));
    }

    [Fact]
    public void NumbersArriveAsWritten()
    {
        var board = BoardFile.Parse(Good, "board.yaml");
        Assert.Equal(96_000_000, board.ClockHertz);
        Assert.Equal(0x0804_0000, board.Memory.DeploymentAddress);
        Assert.Equal(56_252, board.Memory.FlashFreeBytes);
        Assert.Equal(12_500, board.PicosecondsPerUnit);
        Assert.Equal(42e-6, board.Currents["stop"].Ampere);
        Assert.Null(BoardCatalog.Find("ST_NUCLEO144_F746ZG").Memory.ManagedHeapBytes);
    }

    [Theory]
    [InlineData("core: CortexM4F", "core: Z80", "line 5")]
    [InlineData("clock_hertz: 96000000", "clock_hertz: 12", "field clock_hertz is 12")]
    [InlineData("clock_hertz: 96000000", "clock_hertz: fast", "line 6")]
    [InlineData("clock_hertz: 96000000", "clock_herz: 96000000", "clock_herz")]
    [InlineData("clock_hertz: 96000000", "", "field clock_hertz is 0")]
    [InlineData("flash_free_bytes: 56252", "flash_free_bytes: 300000", "field memory.flash_free_bytes is 300000")]
    [InlineData("deployment_bytes: 262144", "deployment_bytes: 270000", "field memory.deployment_bytes reaches past the end of the flash")]
    [InlineData("pin: PA0", "pin: A0", "field capture.pin is 'A0'")]
    [InlineData("port: COM6", "port: COM1", "field uarts[1].port repeats COM1")]
    [InlineData("standby: {", "sleeping: {", "field currents.sleeping is not a power state")]
    [InlineData("ampere: 42e-6", "ampere: -1", "field currents.stop.ampere is -1")]
    [InlineData("platform: stm32", "platform: ''", "field nanoff.platform is missing")]
    public void WhatIsWrongIsNamed(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var error = Assert.Throws<InputException>(() => BoardFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "board.yaml"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("board.yaml: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileAndAMissingOneAreErrors()
    {
        Assert.Throws<InputException>(() => BoardFile.Parse("", "board.yaml"));
        Assert.Throws<InputException>(() => BoardFile.Parse("- a list", "board.yaml"));
        Assert.Contains("no board of that name", Assert.Throws<InputException>(() => BoardCatalog.Find("NONE")).Message, StringComparison.Ordinal);
    }
}
