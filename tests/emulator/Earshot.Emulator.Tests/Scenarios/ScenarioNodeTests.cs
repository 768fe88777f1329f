using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scenarios.Expectations;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests.Scenarios;

/// <summary>Scenarios run with the real C module and a model of three tones.</summary>
public sealed class ScenarioNodeTests
{
    private const string Tones =
        """
        duration: 14 s
        sounds:
          - { at: 2 s, tone: 400, for: 2 s, label: tone 0 }
          - { at: 7 s, tone: 1500, for: 2 s, label: tone 1 }

        """;

    private static readonly Lazy<ScenarioResult> Plain = new(() => Run(Tones));

    [Fact]
    public void WhatIsExpectedIsMet()
    {
        var result = Run(Tones +
            """
            battery: { capacity: 1000, usable: 0.5, self-discharge: 0 }
            expect:
              - { event: tone 0, from: 2 s, to: 7 s }
              - { event: tone 1, from: 7 s, to: 12 s }
              - { no-event: tone 2 }
              - { events: 2 }
              - { events-at-least: 1, to: 7 s }
              - { events-at-most: 1, from: 7 s }
              - { boots: 1 }
              - { lost-sound: 0 s }
              - { console-contains: "tones, 3 classes" }
              - { console-lacks: exception }
              - { outcome: time-reached }
              - { cpu-load: 0.5 }
            """);
        Assert.All(result.Verdicts, verdict => Assert.True(verdict.IsMet, $"{verdict.Expectation}: {verdict.Found}"));
        Assert.Equal(12, result.Verdicts.Count);
        Assert.True(result.IsMet);
        Assert.Equal(14, result.Duration.TotalSeconds, 0.001);
        Assert.True(result.AverageAmperes > 0);
        Assert.Equal(0.5 / result.AverageAmperes, result.BatteryLife!.Value.TotalHours, 0.01);
    }

    [Theory]
    [InlineData("event: tone 2, from: 2 s, to: 6 s", 6, "there came tone 0")]
    [InlineData("event: tone 1, to: 6 s", 6, "tone 1 came at ")]
    [InlineData("event: tone 0, to: 1 s", 1, "tone 0 came at ")]
    [InlineData("no-event: any, from: 6 s", 9.5, "tone 1 at ")]
    [InlineData("events: 1", 9.5, "2 came")]
    [InlineData("events: 3", 14, "2 came")]
    [InlineData("events-at-least: 3", 14, "2 came")]
    [InlineData("events-at-most: 0", 4.5, "2 came")]
    [InlineData("boots: 2", 14, "1 starts")]
    [InlineData("console-contains: nonsense", 14, "the last line was")]
    [InlineData("console-lacks: classes", 0, "tones, 3 classes")]
    [InlineData("outcome: finished", 14, "time-reached")]
    [InlineData("cpu-load: 0.001", 14, "%")]
    [InlineData("average-current: 0.001", 14, "mA")]
    public void WhatDiffersIsToldWithItsTime(string expectation, double seconds, string found)
    {
        var file = ScenarioFile.Parse(Tones + $"expect:\n  - {{ {expectation} }}\n", "tones.yaml");
        var verdict = Assert.Single(new ExpectationJudge(file, Plain.Value).Judge());
        Assert.False(verdict.IsMet);
        Assert.False((Plain.Value with { Verdicts = [verdict] }).IsMet);
        Assert.Equal("tones.yaml, line 6", verdict.Place);
        Assert.Equal(seconds, verdict.Time.TotalSeconds, 1.0);
        Assert.Contains(found, verdict.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrownOutAndAStormStartTheAppAgain()
    {
        var result = Run(
            """
            duration: 10 s
            sounds: [{ at: 6 s, tone: 400, for: 2 s }]
            faults:
              - { at: 1 s, fault: brown-out, for: 300 ms }
              - { at: 3 s, fault: reset-storm, count: 4, every: 200 ms }
            """);
        Assert.Equal(6, result.Boots);
        Assert.Equal("tone 0", Assert.Single(result.Events).Label);
        Assert.Contains("1.000000 s fault: brown-out begins", result.Trace);
    }

    [Fact]
    public void RandomFaultsHappen()
    {
        var result = Run("duration: 2 min\nrandom-faults: { brown-outs: 20000, uart-noise: 5000 }\n");
        Assert.InRange(result.Faults.Count, 15, 60);
        Assert.InRange(result.Boots, 10, 1 + result.Faults.Count(fault => fault.Fault == Earshot.Emulator.Scenarios.Configuration.FaultKind.BrownOut));
    }

    [Fact]
    public void AnOutageHidesWhatIsSentMeanwhile()
    {
        var result = Run(Tones + "faults: [{ at: 6 s, fault: radio-outage, for: 6 s }]\n");
        Assert.Equal("tone 0", Assert.Single(result.Events).Label);
        Assert.True(result.UnheardBytes > 0);
    }

    [Fact]
    public void AMicrophoneThatIsOffHearsNothing()
    {
        var result = Run(Tones + "faults: [{ at: 6 s, fault: microphone-disconnected, for: 4 s }]\n");
        Assert.Equal("tone 0", Assert.Single(result.Events).Label);
    }

    [Fact]
    public void AClippedMicrophoneIsLouder()
    {
        var level = Plain.Value.Events[1].Level;
        var clipped = Run(Tones + "faults: [{ at: 6 s, fault: microphone-clipped, gain: 60, for: 4 s }]\n");
        Assert.True(clipped.Events.Count < 2 || clipped.Events[1].Level > level + 10);
    }

    [Fact]
    public void NoiseOnTheLineGarblesWhatIsSent()
    {
        var result = Run(Tones + "faults: [{ at: 0 s, fault: uart-noise, rate: 0.2 }]\n");
        Assert.True(result.RejectedLines > 0);
    }

    [Fact]
    public void FlippedBitsAreFoundAtTheNextStart()
    {
        var result = Run(
            """
            duration: 5 s
            faults:
              - { at: 1 s, fault: model-bit-flips, bits: 3 }
              - { at: 2 s, fault: brown-out, for: 100 ms }
            """);
        Assert.Contains(result.Trace, line => line.Contains("firmware: model rejected", StringComparison.Ordinal));
        Assert.Contains(result.Console, line => line.Time > TimeSpan.FromSeconds(2) && line.Line.Contains("rejected", StringComparison.Ordinal));
    }

    [Fact]
    public void StepsPacingAndNotesDoNotChangeTheTrace()
    {
        const string Scenario = Tones + "faults: [{ at: 1 s, fault: brown-out, for: 50 ms }, { at: 5 s, fault: uart-noise, rate: 0.05 }]\n";
        var recorder = new ScenarioRecorder();
        var first = Run(Scenario);
        var second = Run(Scenario, TimeSpan.FromMilliseconds(70), recorder);
        Assert.NotEmpty(first.Trace);
        Assert.Equal(first.Trace, second.Trace);
        Assert.Equal(["tone 0", "tone 1", "tone 2"], recorder.Labels);
        Assert.NotEmpty(recorder.Scores);
        Assert.NotEmpty(recorder.Powers);
        Assert.Equal(2, recorder.Boots.Count);
        Assert.InRange(recorder.Sound!.Position, 10 * TonePack.SampleRate, 15 * TonePack.SampleRate);
        Assert.Equal(14.0, recorder.Loads[^1].Seconds, 0.01);
    }

    [Fact]
    public void OverlappingSoundsAreHeardTogether()
    {
        var mix = Earshot.Emulator.Sound.SoundMix.Of(
            [
                new() { At = TimeSpan.FromSeconds(0), Tone = 400, For = TimeSpan.FromSeconds(1) },
                new() { At = TimeSpan.FromSeconds(0.5), Tone = 400, For = TimeSpan.FromSeconds(1), Gain = 20 },
            ],
            16000);
        var samples = new short[32000];
        mix.Read(samples);
        Assert.Equal(3277, samples[..8000].Max());
        Assert.Equal(short.MaxValue, samples[8000..16000].Max());
        Assert.InRange(samples[16000..24000].Max(), 32000, short.MaxValue);
        Assert.Equal(0, samples[24000..].Max());
        Assert.Equal(TimeSpan.FromSeconds(1.5), mix.EndTime);
    }

    private static ScenarioResult Run(string yaml, TimeSpan? step = null, ScenarioRecorder? recorder = null)
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.FullPath, "tones.earshot");
        File.WriteAllBytes(model, TonePack.Bytes);
        var file = ScenarioFile.Parse(yaml, "tones.yaml", model);
        using var node = new ScenarioNode(file, new ScenarioSettings { DeployedModel = TonePack.Bytes, Recorder = recorder });
        var result = node.Run(step ?? TimeSpan.FromSeconds(1));
        Assert.True(result.Outcome == RunOutcome.TimeReached, result.Failure);
        return result;
    }
}
