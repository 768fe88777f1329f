using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scenarios.Configuration;

namespace Earshot.Emulator.Tests.Scenarios;

/// <summary>Scenario files, right and mixed up.</summary>
public sealed class ScenarioFileTests
{
    [Fact]
    public void TheTemplateIsAScenario()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.FullPath, "runs", "demo"));
        var file = ScenarioFile.Parse(ScenarioFile.Template, Path.Combine(folder.FullPath, "lamp-post.yaml"));
        Assert.Equal("lamp-post", file.Configuration.Name);
        Assert.Equal(Path.Combine(folder.FullPath, "runs", "demo"), file.Configuration.Model);
        Assert.Equal([3.0, 12.0, 20.0], file.Configuration.Sounds.Select(sound => sound.At.TotalSeconds));
        Assert.Equal(FaultKind.BrownOut, Assert.Single(file.Configuration.Faults).Fault);
        Assert.Equal(new DateTime(2026, 1, 31, 22, 0, 0, DateTimeKind.Utc), file.Configuration.PowerOn);
    }

    [Fact]
    public void EveryLineOfTheTemplateThatIsCommentedOutIsValid()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.FullPath, "runs", "demo"));
        // Some lines need a LoRaWAN radio or a time server.
        var lines = ScenarioFile.Template.Replace("# radio:", "radio:", StringComparison.Ordinal).Replace("# sntp:", "sntp:", StringComparison.Ordinal).Split('\n');
        var examples = lines.Index().Where(line => line.Item.StartsWith("  # - {", StringComparison.Ordinal) && !line.Item.Contains("file:", StringComparison.Ordinal)).ToArray();
        Assert.True(examples.Length > 25);
        foreach (var (number, _) in examples)
        {
            string[] changed = [.. lines.Select((line, index) => index == number ? line.Replace("# - {", "- {", StringComparison.Ordinal) : line)];
            ScenarioFile.Parse(string.Join('\n', changed), Path.Combine(folder.FullPath, "lamp-post.yaml"));
        }
    }

    [Theory]
    [InlineData("sonds: []", "line 1", "unknown key 'sonds'", "Did you mean 'sounds'?")]
    [InlineData("board: NO_BOARD", "line 1", "'board'", "ST_NUCLEO64_F411RE_NF")]
    [InlineData("app: missing.dll", "line 1", "missing.dll", ".dll")]
    [InlineData("model: missing.earshot", "line 1", "missing.earshot", "earshot demo")]
    [InlineData("duration: 0 s", "line 1", "'duration'", "more than 0 s")]
    [InlineData("duration: soon", "line 1", "'duration' is 'soon'", "a time such as")]
    [InlineData("sounds:\n  - at: 1 s\n    file: missing.wav", "line 3", "missing.wav", "relative path")]
    [InlineData("sounds:\n  - at: 1 s", "line 2", "either a file", "exactly one")]
    [InlineData("sounds:\n  - { at: 1 s, tone: 440, synthetic: siren }", "line 2", "either a file", "exactly one")]
    [InlineData("sounds:\n  - { at: 1 s, synthetic: sirene }", "line 2", "sirene", "siren")]
    [InlineData("sounds:\n  - { at: -1 s, tone: 440 }", "line 2", "'sounds[0].at' is '-1 s'", "a time such as")]
    [InlineData("sounds:\n  - { at: 1 s, tone: 440, times: 3 }", "line 2", "'sounds[0].every'", "every: 1 min")]
    [InlineData("duration: 5 s\nsounds:\n  - { at: 9 s, tone: 440 }", "line 3", "behind the end", "longer 'duration'")]
    [InlineData("faults:\n  - { at: 1 s }", "line 2", "it is missing", "brown-out")]
    [InlineData("faults:\n  - { at: 1 s, fault: earthquake }", "line 2", "is 'earthquake'", "uart-noise")]
    [InlineData("faults:\n  - { at: -2 s, fault: radio-outage }", "line 2", "is '-2 s'", "a time such as")]
    [InlineData("faults:\n  - { at: 1 s, fault: uart-noise }", "line 2", "'faults[0].rate': it is missing", "probability")]
    [InlineData("faults:\n  - { at: 1 s, fault: uart-noise, rate: 2 }", "line 2", "out of range", "at most 1")]
    [InlineData("faults:\n  - { at: 1 s, fault: radio-outage, rate: 1 }", "line 2", "radio-outage has no such key", "Remove")]
    [InlineData("faults:\n  - { at: 1 s, fault: uart-noise, rate: 0.1, port: COM9 }", "line 2", "no port 'COM9'", "COM6")]
    [InlineData("faults:\n  - { at: 1 s, fault: brown-out }", "line 2", "'faults[0].for'", "200 ms")]
    [InlineData("faults:\n  - { at: 1 s, fault: model-bit-flips, bits: 1 }", "line 2", "no model", "Give it a 'model'")]
    [InlineData("faults:\n  - { at: 1 s, fault: radio-outage, for: 5 s }\n  - { at: 3 s, fault: radio-outage }", "line 3", "overlaps faults[0]", "Let one end")]
    [InlineData("expect:\n  - { event: siren, boots: 1 }", "line 2", "one thing", "exactly one key")]
    [InlineData("expect:\n  - { event: siren, from: 5 s, to: 4 s }", "line 2", "not later than 'from'", "later time")]
    [InlineData("expect:\n  - { outcome: fine }", "line 2", "is 'fine'", "time-reached")]
    [InlineData("random-faults: { brown-outs: 1 }", "line 1", "no end", "duration")]
    [InlineData("duration: 1 h\nrandom-faults: { brown-outs: -1 }", "line 2", "out of range", "a day")]
    [InlineData("clock-drift: 1e6", "line 1", "'clock-drift'", "parts per million")]
    [InlineData("battery:\n  usable: 80", "line 2", "'battery.usable'", "share")]
    [InlineData("radio: { modem: rak }", "line 1", "is 'rak'", "rak3172")]
    [InlineData("radio: { port: COM9 }", "line 1", "no port 'COM9'", "COM6")]
    [InlineData("radio: { loss: 2 }", "line 1", "'radio.loss'", "0 to 1")]
    [InlineData("radio: { answer-window: 3 }", "line 1", "receive window", "1 or 2")]
    [InlineData("downlinks:\n  - { at: 1 s, hex: \"00\" }", "line 2", "not LoRaWAN", "radio: { modem: rak3172 }")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s }", "line 3", "'downlinks[0].type': it is missing", "thresholds")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, hex: \"0\" }", "line 3", "'downlinks[0].hex'", "hexadecimal")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, hex: \"00\", listen: 4 }", "line 3", "no further keys", "alone")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, port: 0, hex: \"00\" }", "line 3", "'downlinks[0].port'", "1 to 223")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, type: schedule, on: 0.5 }", "line 3", "schedule has no such key", "docs/payload.md")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, type: thresholds, on: 7, off: 1 }", "line 3", "'downlinks[0].on'", "0 to 0.99")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, type: thresholds, off: 1 }", "line 3", "missing or out of range", "on")]
    [InlineData("radio: {}\ndownlinks:\n  - { at: 1 s, type: command, command: explode }", "line 3", "'downlinks[0].command'", "send status")]
    [InlineData("settings:\n  - { type: command, command: restart }", "line 2", "no setting", "downlink")]
    [InlineData("settings:\n  - { type: schedule, listen: 60, every: 50 }", "line 2", "out of range", "contradicts")]
    [InlineData("faults:\n  - { at: 1 s, fault: downlink-corruption, rate: 0.1 }", "line 2", "not LoRaWAN", "radio")]
    [InlineData("radio: {}\nfaults:\n  - { at: 1 s, fault: downlink-corruption }", "line 3", "'faults[0].rate': it is missing", "probability")]
    [InlineData("faults:\n  - { at: 1 s, fault: sntp-wrong, years: -10 }", "line 2", "no time server", "sntp")]
    [InlineData("sntp: {}\nfaults:\n  - { at: 1 s, fault: sntp-wrong }", "line 3", "'faults[0].years'", "-10")]
    [InlineData("faults:\n  - { at: 1 s, fault: flash-full, free: -1 }", "line 2", "'faults[0].free'", "free")]
    [InlineData("faults:\n  - { at: 1 s, fault: brown-out, for: 1 s, free: 1 }", "line 2", "brown-out has no such key", "Remove")]
    [InlineData("duration: 1 h\nrandom-faults: { session-losses: 1 }", "line 2", "not LoRaWAN", "radio")]
    [InlineData("wires:\n  - { from: PC13, to: Q1 }", "line 2", "no pin 'Q1'", "PC13")]
    [InlineData("pins:\n  - { at: 1 s, pin: PC99, level: high }", "line 2", "no pin 'PC99'", "PC13")]
    [InlineData("expect:\n  - { event: siren, kind: event }", "line 2", "has a kind", "messages")]
    [InlineData("sounds: loud", "line 1", "is not a list", "dash")]
    public void WhatIsMixedUpIsRefused(string yaml, string place, string problem, string remedy)
    {
        var exception = Assert.Throws<InputException>(() => ScenarioFile.Parse(yaml, "night.yaml"));
        Assert.Equal("night.yaml, " + place, exception.Origin);
        Assert.Contains(problem, exception.Problem, StringComparison.Ordinal);
        Assert.Contains(remedy, exception.Remedy, StringComparison.Ordinal);
    }
}
