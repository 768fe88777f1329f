namespace Earshot.Emulator.Tests;

/// <summary>The device library's own logic, run from its assembly. An event is class, start, duration, confidence, level, time told.</summary>
public sealed class DetectionTests
{
    [Fact]
    public void SmoothingFollowsItsTimeConstant() => Assert.Equal(
        // 255 (1 − 1.1^−10) = 156.7
        ["156 100", "77 88", "200"],
        ScenarioRun.Reports("smoother"));

    [Fact]
    public void LevelsAverageAsEnergies()
    {
        var levels = ScenarioRun.Reports("level").Select(int.Parse).ToArray();
        Assert.Equal(-32768, levels[0]);
        int[] single = [0, -1, -256, -5120, -12345, -30000];
        for (var index = 0; index < single.Length; index++)
        {
            Assert.InRange(levels[index + 1], single[index] - 1, single[index] + 1);
        }

        // Half of the energy is −3.01 dB; half of 1 + 1/10 is −2.60 dB.
        Assert.InRange(levels[7], -5120 - 771 - 1, -5120 - 771 + 1);
        Assert.InRange(levels[8], -666 - 2, -665 + 2);
    }

    [Fact]
    public void ASoundBetweenSilencesIsOneEvent()
    {
        var heard = Assert.Single(Detect("quiet 2000;rain 4000;quiet 3000"));
        Assert.Equal(("rain", 2000, 4000), (heard.Label, heard.Start, heard.Duration));
        // Told three quarters of a window after its end, in hops of 20 ms.
        Assert.Equal(6760, heard.Told);
        Assert.Equal(-10 * 256, heard.Level);
    }

    [Fact]
    public void SilenceAloneIsNoEvent() => Assert.Empty(Detect("quiet 20000"));

    [Fact]
    public void AnOddWindowChangesNothing()
    {
        var heard = Assert.Single(Detect("rain 2000;dog 300;rain 2000;quiet 3000"));
        Assert.Equal(("rain", 0, 4300), (heard.Label, heard.Start, heard.Duration));
    }

    [Fact]
    public void AnotherClassTakesOver()
    {
        var events = Detect("rain 5000;dog 5000;quiet 3000");
        Assert.Equal(["rain", "dog"], events.Select(heard => heard.Label));
        Assert.Equal(0, events[0].Start);
        // The scores change at once here, so the middle of the window lies half a second before.
        Assert.InRange(events[0].Duration, 4400, 5000);
        Assert.Equal(events[0].Start + events[0].Duration, events[1].Start);
        Assert.Equal(10000, events[1].Start + events[1].Duration);
        Assert.InRange(events[0].Told, 5500, 6500);
    }

    [Fact]
    public void ALastingSoundIsToldInParts()
    {
        var events = Detect("rain 25000;quiet 3000");
        Assert.Equal([(0, 10000), (10000, 10000), (20000, 5000)], events.Select(heard => (heard.Start, heard.Duration)));
        Assert.All(events, heard => Assert.Equal("rain", heard.Label));
    }

    [Fact]
    public void ASoundThatFitsNoClassIsUnknownIfItLasts()
    {
        var heard = Assert.Single(Detect("weak 2000;quiet 2000;weak 1000;quiet 2000"));
        Assert.Equal(("unknown", 0, 2000, 0), (heard.Label, heard.Start, heard.Duration, heard.Confidence));
    }

    [Fact]
    public void BackgroundIsNotReportedByName() => Assert.Equal(["unknown"], Detect("hum 3000;quiet 2000").Select(heard => heard.Label));

    [Fact]
    public void ShorterThanTheClassAllowsIsNotReported() =>
        Assert.Equal(["dog"], Detect("rain 400;quiet 2000;dog 400;quiet 2000").Select(heard => heard.Label));

    [Fact]
    public void AFadingClassEndsItsEvent()
    {
        var events = Detect("rain 4000;weak 5000;quiet 2000");
        Assert.Equal(["rain", "unknown"], events.Select(heard => heard.Label));
    }

    [Fact]
    public void RepeatedShortSoundsStayOneEvent()
    {
        var heard = Assert.Single(Detect("dog 200;quiet 700;dog 200;quiet 700;dog 200;quiet 2000"));
        Assert.Equal(("dog", 0, 2000), (heard.Label, heard.Start, heard.Duration));
    }

    [Fact]
    public void APauseAsLongAsAWindowPartsTwoSounds()
    {
        var events = Detect("rain 3000;quiet 1000;rain 3000;quiet 2000");
        Assert.Equal([(0, 3000), (4000, 3000)], events.Select(heard => (heard.Start, heard.Duration)));
    }

    [Fact]
    public void WhatIsFarBelowTheLoudestSoundOfLateIsQuiet()
    {
        // 45 dB below; the loudest level of late takes 1.67 s to fall by the 5 dB that are missing.
        var events = Detect("rain 3000;faint-dog 4000;quiet 2000");
        Assert.Equal([("rain", 0, 3000), ("dog", 4660, 2340)], events.Select(heard => (heard.Label, heard.Start, heard.Duration)));
    }

    [Fact]
    public void ALongSoundIsNamedFromTheOffThresholdOn()
    {
        // A score of 100 lies between the thresholds, which are 64 and 128.
        Assert.Equal(["rain"], Detect("unsure-rain 3000;quiet 2000").Select(heard => heard.Label));
        Assert.Empty(Detect("unsure-rain 1000;quiet 2000"));
    }

    private static (string Label, int Start, int Duration, int Confidence, int Level, int Told)[] Detect(string script) =>
        [.. ScenarioRun.Reports("detect " + script)
            .Select(report => report.Split(' '))
            .Select(words => (words[0], int.Parse(words[1]), int.Parse(words[2]), int.Parse(words[3]), int.Parse(words[4]), int.Parse(words[5])))];
}
