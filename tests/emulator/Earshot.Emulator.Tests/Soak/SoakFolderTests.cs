using Earshot.Emulator.Soak;

namespace Earshot.Emulator.Tests.Soak;

/// <summary>The folder of a soak: resumed, refused, damaged.</summary>
public sealed class SoakFolderTests
{
    private static SoakSettings Calm => SoakBench.Calm;

    [Fact]
    public void WhatIsFinishedStaysAndIsNotRunAgain()
    {
        using var folder = new TemporaryFolder();
        var plan = SoakPlan.Of(Calm, 1.5);
        Assert.Equal((2, 0.5), (plan.Nodes, plan.TimeOf(1).TotalHours));
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => SoakRun.Play(
            Calm, SoakFolder.Open(folder.FullPath, plan), workers: 1, finished: _ => cancellation.Cancel(), token: cancellation.Token));
        var ran = new List<int>();
        var summary = SoakRun.Play(Calm, SoakFolder.Open(folder.FullPath, plan), workers: 2, finished: node => ran.Add(node.Node));
        Assert.Equal([1], ran);
        Assert.Equal((2, 0), (summary.Nodes, summary.Findings.Count));
        Assert.Equal(1.5, summary.Hours, 0.001);
        Assert.True(summary.Delivered > 0 && summary.Boots == 2);
        Assert.True(File.Exists(Path.Combine(folder.FullPath, "summary.json")));
    }

    [Fact]
    public void OtherSettingsAndOtherFoldersAreRefused()
    {
        using var folder = new TemporaryFolder();
        SoakFolder.Open(folder.FullPath, SoakPlan.Of(Calm, 1));
        var other = Assert.Throws<InputException>(() => SoakFolder.Open(folder.FullPath, SoakPlan.Of(Calm with { Seed = 2 }, 1)));
        Assert.Contains("other settings", other.Problem, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullPath, "nodes", "0000.json"), "{");
        Assert.Contains("Delete it", Assert.Throws<InputException>(() => SoakFolder.Open(folder.FullPath, SoakPlan.Of(Calm, 1)).Read(0)).Remedy, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.FullPath, "soak.json"));
        Assert.Contains("in use", Assert.Throws<InputException>(() => SoakFolder.Open(folder.FullPath, SoakPlan.Of(Calm, 1))).Problem, StringComparison.Ordinal);
    }
}
