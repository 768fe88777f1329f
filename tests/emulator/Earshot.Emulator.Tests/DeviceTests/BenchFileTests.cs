using Earshot.Emulator.TestAdapter.Benches;

namespace Earshot.Emulator.Tests.DeviceTests;

/// <summary>bench.yaml, right and wrong.</summary>
public sealed class BenchFileTests
{
    [Fact]
    public void AClassMayHaveOtherConditions()
    {
        var bench = BenchFile.Parse(
            """
            limit: 5 s
            uarts: [{ port: COM6, partner: loopback }]
            classes:
              - class: LoopbackTests
                limit: 2 min
                seed: 7
            """,
            "bench.yaml");
        Assert.Equal(TimeSpan.FromSeconds(5), bench.ConditionsOf("Some.OtherTests").Limit);
        var own = bench.ConditionsOf("Earshot.Device.Tests.Serial.LoopbackTests");
        Assert.Equal(TimeSpan.FromMinutes(2), own.Limit);
        Assert.Equal(7, own.Seed);
        Assert.Equal("COM6", Assert.Single(own.Uarts).Port);
    }

    [Theory]
    [InlineData("bord: x", "line 1", "unknown key 'bord'", "Did you mean 'board'?")]
    [InlineData("board: NO_SUCH_BOARD", "line 1", "'board'", "ST_NUCLEO64_F411RE_NF")]
    [InlineData("uarts:\n  - port: COM9", "line 2", "no port 'COM9'", "COM6")]
    [InlineData("uarts:\n  - port: COM6\n    partner: echo", "line 3", "'uarts[0].partner' is 'echo'", "loopback")]
    [InlineData("uarts:\n  - { port: COM6, partner: rak3172, dev-eui: \"12\" }", "line 2", "'uarts[0].dev-eui'", "16 hexadecimal digits")]
    [InlineData("uarts:\n  - { port: COM6, partner: rak3172 }\n  - { port: COM1, partner: LoRaE5 }", "line 1", "more than one modem", "one modem")]
    [InlineData("wires:\n  - { from: PA5, to: P7 }", "line 2", "no pin 'P7'", "PC13")]
    [InlineData("limit: soon", "line 1", "'limit' is 'soon'", "a time such as")]
    [InlineData("limit: 0 s", "line 1", "'limit'", "more than 0")]
    [InlineData("sounds:\n  - synthetic: sirene", "line 2", "sirene", "siren")]
    [InlineData("sounds:\n  - file: missing.wav", "line 2", "missing.wav", "WAV")]
    [InlineData("model: missing.earshot", "line 1", "missing.earshot", "model pack")]
    [InlineData("sntp: { server: \"\" }", "line 1", "'sntp.server'", "0.pool.ntp.org")]
    [InlineData("sntp: { delay: 2 min }", "line 1", "'sntp.delay'", "less than 1 min")]
    [InlineData("classes:\n  - class: SomeTests\n    sntp: { second-server: 0.pool.ntp.org }", "line 3", "sntp.second-server'", "1.pool.ntp.org")]
    [InlineData("classes: [", "line", "not valid YAML", "Correct the line")]
    public void WhatIsWrongIsNamed(string yaml, string place, string problem, string remedy)
    {
        var exception = Assert.Throws<InputException>(() => BenchFile.Parse(yaml, "bench.yaml"));
        Assert.StartsWith("bench.yaml, " + place, exception.Origin, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
        Assert.Contains(remedy, exception.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void AClassThatIsNotThereIsRefused()
    {
        var bench = BenchFile.Parse("classes:\n  - class: GoneTests\n", "bench.yaml");
        var exception = Assert.Throws<InputException>(() => bench.RequireClasses(["Earshot.Device.Tests.SomeTests"]));
        Assert.Equal("bench.yaml, line 2", exception.Origin);
        Assert.Contains("GoneTests", exception.Problem, StringComparison.Ordinal);
    }
}
