using System.Diagnostics;
using Earshot.Sweeps.Claims;
using Earshot.Sweeps.Trials;
using Earshot.TestSupport;

namespace Earshot.Sweeps.Tests;

public sealed class TrialClaimTests
{
    private static readonly ClaimSettings Usual = new();

    [Fact]
    public void Of_many_workers_one_gets_the_trial()
    {
        using var folder = new TemporaryFolder();
        for (var round = 0; round < 20; round++)
        {
            var place = folder.File(round.ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var start = new Barrier(8);
            var claims = new TrialClaim?[8];
            var threads = Enumerable.Range(0, 8).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                claims[i] = TrialClaim.TryTake(place, Usual);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            Assert.Single(claims, claim => claim is not null);
            claims.Single(claim => claim is not null)!.Dispose();
        }
    }

    [Fact]
    public void A_trial_that_was_given_back_is_free()
    {
        using var folder = new TemporaryFolder();
        using (var first = TrialClaim.TryTake(folder.File("a"), Usual))
        {
            Assert.NotNull(first);
            Assert.Equal(Environment.ProcessId, TrialClaim.Holder(folder.File("a"), Usual)!.Process);
            Assert.Null(TrialClaim.TryTake(folder.File("a"), Usual));
        }

        Assert.Null(TrialClaim.Holder(folder.File("a"), Usual));
        using var second = TrialClaim.TryTake(folder.File("a"), Usual);
        Assert.NotNull(second);
    }

    [Fact]
    public void A_worker_without_a_sign_of_life_is_succeeded_and_stops_when_it_wakes()
    {
        using var folder = new TemporaryFolder();
        using var slow = TrialClaim.TryTake(folder.File("a"), Usual)!;
        File.SetLastWriteTimeUtc(folder.File("a", "1.json"), DateTime.UtcNow.AddMinutes(-10));
        using var next = TrialClaim.TryTake(folder.File("a"), Usual)!;
        Assert.NotNull(next);
        slow.Beat();
        next.Beat();
        Assert.True(slow.Lost.IsCancellationRequested);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    [Fact]
    public void A_sign_of_life_renews_the_claim()
    {
        using var folder = new TemporaryFolder();
        using var claim = TrialClaim.TryTake(folder.File("a"), Usual)!;
        File.SetLastWriteTimeUtc(folder.File("a", "1.json"), DateTime.UtcNow.AddMinutes(-10));
        claim.Beat();
        Assert.Null(TrialClaim.TryTake(folder.File("a"), Usual));
    }

    [Fact]
    public void A_claim_whose_folder_is_gone_is_lost()
    {
        using var folder = new TemporaryFolder();
        var claim = TrialClaim.TryTake(folder.File("a"), Usual)!;
        Directory.Delete(folder.File("a"), recursive: true);
        claim.Beat();
        Assert.True(claim.Lost.IsCancellationRequested);
    }

    [Fact]
    public void A_worker_of_this_machine_that_has_ended_is_succeeded_at_once()
    {
        using var folder = new TemporaryFolder();
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        var holder = new ClaimHolder { Host = Environment.MachineName, Process = ended.Id, ProcessStart = ended.StartTime.ToUniversalTime() };
        ended.WaitForExit();
        SweepJson.Write(folder.File("a", "1.json"), holder);
        SweepJson.Write(folder.File("b", "1.json"), holder with { Host = "elsewhere" });
        SweepJson.Write(folder.File("c", "1.json"), ClaimHolder.Self() with { ProcessStart = DateTime.UtcNow.AddDays(-1) });
        using var taken = TrialClaim.TryTake(folder.File("a"), Usual);
        using var reused = TrialClaim.TryTake(folder.File("c"), Usual);
        Assert.NotNull(taken);
        Assert.NotNull(reused);
        Assert.Null(TrialClaim.TryTake(folder.File("b"), Usual));
    }

    [Fact]
    public void A_scheduler_s_only_worker_takes_over()
    {
        using var folder = new TemporaryFolder();
        using var first = TrialClaim.TryTake(folder.File("a"), Usual)!;
        using var sole = TrialClaim.TryTake(folder.File("a"), Usual, isSole: true);
        Assert.NotNull(sole);
        first.Beat();
        Assert.True(first.Lost.IsCancellationRequested);
    }
}
