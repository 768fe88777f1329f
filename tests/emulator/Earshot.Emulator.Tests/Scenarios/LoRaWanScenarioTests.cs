using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator.Tests.Scenarios;

/// <summary>Scenarios with a LoRaWAN modem, a gateway, downlinks, a full flash and a time server.</summary>
public sealed class LoRaWanScenarioTests
{
    private const string Tones =
        """
        duration: 80 s
        radio: { modem: rak3172 }
        sounds:
          - { at: 20 s, tone: 400, for: 2 s, label: tone 0 }
          - { at: 50 s, tone: 1500, for: 2 s, label: tone 1 }

        """;

    [Theory]
    [InlineData("rak3172")]
    [InlineData("lora-e5")]
    public void TheGatewayIsWhereExpectationsLook(string modem)
    {
        var result = Run(Tones.Replace("rak3172", modem, StringComparison.Ordinal) +
            """
            expect:
              - { event: tone 0, from: 20 s, to: 40 s }
              - { event: tone 1, from: 50 s }
              - { events: 2 }
              - { messages: 1, kind: status }
              - { messages: 1, kind: microphone }
              - { messages-at-least: 3 }
              - { messages-at-most: 2, kind: event }
              - { delivery: complete }
              - { console-lacks: 2B7E }
            """);
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        Assert.Equal(0, result.RejectedLines);
    }

    [Fact]
    public void WhatAnOutageHeldBackComesAfterItInOrder()
    {
        var result = Run(Tones +
            """
            faults:
              - { at: 15 s, fault: radio-outage, for: 40 s }
            expect:
              - { messages: 0, from: 15 s, to: 55 s }
              - { events: 2, from: 55 s }
              - { delivery: complete }
            """);
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        Assert.True(result.UnheardBytes > 0);
    }

    [Theory]
    [InlineData("messages: 9", 80, "4 came")]
    [InlineData("messages-at-most: 1", 24, "4 came")]
    [InlineData("messages-at-least: 3, kind: levels", 80, "0 came")]
    public void WhatDiffersIsToldWithItsTime(string expectation, double seconds, string found)
    {
        var verdict = Assert.Single(Run(Tones + $"expect:\n  - {{ {expectation} }}\n").Verdicts);
        Assert.False(verdict.IsMet);
        Assert.Equal(seconds, verdict.Time.TotalSeconds, 5.0);
        Assert.Contains(found, verdict.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in-order", new[] { 1, 3, 3, 2 }, "number 2 came after 3")]
    [InlineData("once", new[] { 1, 3, 3 }, "number 3 came twice")]
    [InlineData("complete", new[] { 1, 3 }, "1 are missing")]
    [InlineData("complete", new[] { 65535, 0, 1 }, null)]
    [InlineData("in-order", new[] { 1, 1, 3 }, null)]
    public void NumbersAreJudged(string delivery, int[] numbers, string? wrong)
    {
        var file = ScenarioFile.Parse($"radio: {{}}\nexpect:\n  - {{ delivery: {delivery} }}\n", "order.yaml");
        var uplinks = numbers.Select((number, index) => new ReceivedUplink(
            new SettingsUplink { Sequence = number, Revision = 0, Result = "", Answered = "", RefusedByte = 0, Fingerprint = "" }, TimeSpan.FromSeconds(index)));
        var result = Run("duration: 1 s\n") with { Uplinks = [.. uplinks], Duration = TimeSpan.FromMinutes(1) };
        var verdict = Assert.Single(new Emulator.Scenarios.Expectations.ExpectationJudge(file, result).Judge());
        Assert.Equal(wrong is null, verdict.IsMet);
        Assert.Contains(wrong ?? "3 came", verdict.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void DownlinksByNameAndByBytesAreAnswered()
    {
        var result = Run(
            """
            duration: 4 min
            radio: { modem: rak3172 }
            settings:
              - { type: schedule, listen: 2, every: 20, summary-minutes: 1 }
            downlinks:
              - { at: 70 s, type: detection, revision: 7, quiet-hold: 0.8, unknown: false }
              - { at: 130 s, port: 2, hex: "FFFF" }
            expect:
              - { messages: 2, kind: settings }
              - { messages-at-least: 3, kind: levels }
            """);
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        var answers = result.Uplinks.Select(uplink => uplink.Uplink).OfType<SettingsUplink>().ToList();
        Assert.Equal(("detection", "applied", 7), (answers[0].Answered, answers[0].Result, answers[0].Revision));
        Assert.Equal("unknown version", answers[1].Result);
    }

    [Fact]
    public void DamagedFramesAreRejectedAndSentAgain()
    {
        var result = Run(Tones +
            """
            faults:
              - { at: 15 s, fault: uplink-corruption, rate: 1, for: 20 s }
              - { at: 36 s, fault: downlink-corruption, rate: 0.5 }
              - { at: 70 s, fault: session-loss }
            expect:
              - { no-event: any, to: 35 s }
              - { event: tone 0, from: 35 s }
              - { delivery: in-order }
            """);
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        Assert.True(result.RejectedLines > 0);
        Assert.Contains(result.Trace, line => line.Contains("SEND_CONFIRMED_FAILED", StringComparison.Ordinal));
    }

    [Fact]
    public void AFullFlashIsTold()
    {
        // Small files lie in the folder's metadata; a file of more than 13 messages needs a sector.
        var result = Run(
            """
            duration: 19 min
            radio: { modem: rak3172 }
            settings:
              - { type: schedule, listen: 2, every: 60, summary-minutes: 1 }
            faults:
              - { at: 30 s, fault: flash-full }
            downlinks:
              - { at: 17 min, type: command, revision: 1, command: send status }
            expect:
              - { messages-at-least: 17, kind: levels }
              - { delivery: complete }
            """);
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        var statuses = result.Uplinks.Select(uplink => uplink.Uplink).OfType<StatusUplink>().ToList();
        Assert.Equal([false, true], statuses.Select(status => status.StorageFails));
    }

    [Fact]
    public void FramesThatAreWeakOrRefusedDoNotArrive()
    {
        const string Status = "duration: 12 s\nradio: { fading: 0 }\n";
        Assert.Single(Run(Status).Uplinks);
        Assert.Empty(Run(Status.Replace("fading: 0", "path-loss: 170", StringComparison.Ordinal)).Uplinks);
        Assert.Empty(Run(Status.Replace("fading: 0", "refuses-joins: true", StringComparison.Ordinal)).Uplinks);
        Assert.Empty(Run(Status.Replace("fading: 0", "loss: 1", StringComparison.Ordinal)).Uplinks);
    }

    [Fact]
    public void TheExampleIsMet()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "scenarios-of-docs", "lorawan-night.yaml");
        // The example's sounds are tones: the model that tells tones apart stands in for the one that 'earshot demo' trains.
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.FullPath, "tones.earshot");
        File.WriteAllBytes(model, TonePack.Bytes);
        var file = ScenarioFile.Load(path, model);
        using var node = new ScenarioNode(file, new ScenarioSettings { DeployedModel = TonePack.Bytes });
        var result = node.Run(TimeSpan.FromMinutes(1));
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        Assert.True(result.Verdicts.Count > 5);
    }

    private static ScenarioResult Run(string yaml)
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.FullPath, "tones.earshot");
        File.WriteAllBytes(model, TonePack.Bytes);
        using var node = new ScenarioNode(ScenarioFile.Parse(yaml, "night.yaml", model), new ScenarioSettings { DeployedModel = TonePack.Bytes });
        var result = node.Run(TimeSpan.FromSeconds(10));
        Assert.True(result.Outcome == RunOutcome.TimeReached, result.Failure);
        return result;
    }
}
