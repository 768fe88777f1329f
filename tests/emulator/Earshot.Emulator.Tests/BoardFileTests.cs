using Earshot.Emulator.Boards;

namespace Earshot.Emulator.Tests;

public sealed class BoardFileTests
{
    private static readonly string Good = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "boards", "ST_NUCLEO64_F411RE_NF", "board.yaml"));

    [Fact]
    public void EveryBoardIsSound()
    {
        Assert.Equal(
            [
                "ST_B_L475E_IOT01A", "ST_NUCLEO144_F412ZG_NF", "ST_NUCLEO144_F439ZI", "ST_NUCLEO144_F746ZG", "ST_NUCLEO144_F767ZI",
                "ST_NUCLEO64_F401RE_NF", "ST_NUCLEO64_F411RE_NF",
            ],
            BoardCatalog.Targets);
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
        Assert.Equal(14e-6, board.Currents["stop"].Ampere);
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
    [InlineData("pin: PA0", "pin: PA1", "field capture.pin is PA1, and channel 0 of converter 1 is at PA0")]
    [InlineData("adc: 1", "adc: 2", "field capture.adc is 2")]
    [InlineData("[PA0, PA1,", "[PA0, PC13,", "field analog_inputs has 'PC13', which no converter of STM32F411RE reads")]
    [InlineData("vrefint, vbat]", "vref, vbat]", "field analog_inputs has 'vref'")]
    [InlineData("port: COM6", "port: COM1", "field uarts[1].port repeats COM1")]
    [InlineData("standby: {", "sleeping: {", "field currents.sleeping is not a power state")]
    [InlineData("ampere: 14e-6", "ampere: -1", "field currents.stop.ampere is -1")]
    [InlineData("platform: stm32", "platform: ''", "field nanoff.platform is missing")]
    [InlineData("interface: nativestlink", "interface: telepathy", "field nanoff.interface is 'telepathy'")]
    [InlineData("clr_region_bytes: 245760", "clr_region_bytes: 300000", "field memory.clr_region_bytes reaches into the deployment region")]
    [InlineData("address: 0x08060000 #", "address: 0x08060008 #", "line 20: field model.address is 0x08060008")]
    [InlineData("erase_address: 0x08060000", "erase_address: 0x08070000", "field model.erase_address is 0x08070000")]
    [InlineData("port: COM6\nwiring", "port: COM9\nwiring", "field modem.port is 'COM9', which is none")]
    [InlineData("label: PA11, pin: PA11", "label: PA11, pin: PA9", "field wiring.wires[5].pin is 'PA9' for modem RX")]
    [InlineData("timer_hertz: 48000000", "timer_hertz: 42000000", "field capture.timer_hertz is 42000000, which does not divide into 16000 x 2")]
    [InlineData("decimation: 2", "decimation: 3", "field capture.decimation is 3")]
    [InlineData("terminal: OUT", "terminal: IN", "field wiring.wires has no wire to microphone OUT")]
    [InlineData("port: COM6, transmit_pin: PA11", "port: COM6, transmit_pin: PA9", "is 'PA11' for modem RX. Give PA9")]
    public void WhatIsWrongIsNamed(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var error = Assert.Throws<InputException>(() => BoardFile.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "board.yaml"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Matches("^board.yaml: line [1-9]", error.Message);
    }

    [Fact]
    public void ALineIsGivenForAFieldInAList()
    {
        var lines = Good.Split('\n');
        var error = Assert.Throws<InputException>(
            () => BoardFile.Parse(Good.Replace("receive_pin: PA12", "receive_pin: 12", StringComparison.Ordinal), "board.yaml"));
        var line = Array.FindIndex(lines, text => text.Contains("receive_pin: PA12", StringComparison.Ordinal)) + 1;
        Assert.Contains($"line {line}: field uarts[1].receive_pin is '12'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelLiesAtTheEndOfTheRegionUnlessTheBoardSaysOtherwise()
    {
        foreach (var board in BoardCatalog.Targets.Select(BoardCatalog.Find))
        {
            var end = board.Memory.DeploymentAddress + board.Memory.DeploymentBytes;
            Assert.Equal(end, board.ModelPlace.Address + board.ModelPlace.Bytes);
            Assert.Equal(BoardModelPlace.DefaultBytes, board.ModelPlace.Bytes);
        }

        var without = BoardFile.Parse(WithoutSection(Good, "model:"), "board.yaml");
        Assert.Null(without.Model);
        Assert.Equal(0x0806_0000, without.ModelPlace.Address);
    }

    private static string WithoutSection(string yaml, string name)
    {
        var lines = yaml.Split('\n').ToList();
        var first = lines.FindIndex(line => line.StartsWith(name, StringComparison.Ordinal));
        var next = lines.FindIndex(first + 1, line => line.Length > 0 && line[0] != ' ');
        lines.RemoveRange(first, next - first);
        return string.Join('\n', lines);
    }

    [Fact]
    public void AnEmptyFileAndAMissingOneAreErrors()
    {
        Assert.Throws<InputException>(() => BoardFile.Parse("", "board.yaml"));
        Assert.Throws<InputException>(() => BoardFile.Parse("- a list", "board.yaml"));
        Assert.Contains("no board of that name", Assert.Throws<InputException>(() => BoardCatalog.Find("NONE")).Message, StringComparison.Ordinal);
    }
}
