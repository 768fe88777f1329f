using Earshot.FieldTrials.Nodes;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

/// <summary>A node that sleeps by its settings, and one with a bad model, seen from the network.</summary>
public sealed class NodeLifeTests
{
    [Fact]
    public void ABadDeployedModelIsLeftAloneAndTold()
    {
        var bad = (byte[])TonePack.Bytes.Clone();
        bad[^1] ^= 1;
        using var bench = new NodeBench(models: (bad, TonePack.Bytes));
        bench.Run(30);
        bench.Node.Board.Reset(Power.ResetCause.Pin);
        var result = bench.Run(90);
        var fingerprint = BitConverter.ToUInt16(bad, 18).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(2, bench.Statuses.Count());
        Assert.All(bench.Statuses, status => Assert.True(status.ModelIsQuarantined && !status.DeployedModelRuns));
        Assert.All(bench.Statuses, status => Assert.Equal(fingerprint, status.ModelFingerprint));
        Assert.Single(result.Trace, line => line.Contains("firmware: model rejected", StringComparison.Ordinal));
        Assert.Equal(2, result.Console.Count(line => line == "Earshot.Node: tones, 3 classes"));
    }

    [Fact]
    public void TheFirstUplinkAlreadyBringsTheTime()
    {
        using var node = new FieldNode(NodeBench.Fake with { Clock = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        node.Run(20);
        Assert.False(Assert.Single(node.Statuses).ClockIsSet);
        Assert.Equal(node.Node.Now.TotalSeconds, (node.Node.Board.Clock.UtcNow - new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds, 1.5);
    }

    [Fact]
    public void BetweenWindowsTheClocksStandStill()
    {
        using var bench = new NodeBench(set: settings => settings.Apply(new ScheduleDownlink { Revision = 1, Listen = 10, Every = 60 }.Encode()));
        var result = bench.Run(180);
        Assert.InRange(result.Power.States.Where(state => state.State == "stop").Sum(state => state.Time.TotalSeconds), 100, 150);
        Assert.Equal(1, bench.Node.Board.Boots);
        Assert.Equal("power-on", Assert.Single(bench.Statuses).ResetCause);
    }

    [Fact]
    public void WhatWaitsGoesOutBetweenWindowsAsSoonAsItMay()
    {
        // A cycle longer than a step of the radio's thread may take, and joins that are tried again and again while the node sleeps.
        using var bench = new NodeBench(set: settings => settings.Apply(new ScheduleDownlink { Revision = 1, Listen = 2, Every = 900 }.Encode()));
        bench.Gateway.AddOutage(TimeSpan.Zero, TimeSpan.FromMinutes(50));
        bench.Run(2 * 3600);
        Assert.Equal(1, bench.Node.Board.Boots);
        var joined = Assert.Single(bench.Gateway.Joins).Time;
        Assert.InRange(joined.TotalMinutes, 50, 80);
        // Everything that had waited is through long before the next window.
        var arrived = bench.Gateway.Uplinks.Where(uplink => uplink.Port > 0).ToList();
        Assert.InRange(arrived.Count(uplink => uplink.Time < joined + TimeSpan.FromMinutes(1)), 4, 20);
        Assert.Equal(bench.Uplinks.Select(uplink => uplink.Sequence).Order(), bench.Uplinks.Select(uplink => uplink.Sequence));
    }

    [Fact]
    public void TheClockIsRightAfterTheNetworkHasToldItToANodeThatSleeps()
    {
        using var bench = new NodeBench(set: settings => settings.Apply(new ScheduleDownlink { Revision = 1, Listen = 2, Every = 900 }.Encode()));
        bench.Run(960);
        var board = bench.Node.Board;
        Assert.Contains(board.Trace.Lines, line => line.Contains("AT+LTIME", StringComparison.Ordinal));
        var trueTime = board.Sntp.TrueTime;
        Assert.InRange((board.Clock.UtcNow - trueTime).Duration().TotalSeconds, 0, 2.5);
    }

    [Fact]
    public void AfterItsHoursTheNodeStandsByUntilTheyBeginAgain()
    {
        using var bench = new NodeBench(
            set: settings => settings.Apply(new ScheduleDownlink { Revision = 1, From = 6, To = 12, SummaryMinutes = 1 }.Encode()),
            start: new DateTime(2026, 1, 1, 11, 56, 0, DateTimeKind.Utc));
        var noon = bench.Run(300);
        Assert.InRange(noon.Power.States.Single(state => state.State == "standby").Time.TotalSeconds, 20, 60);
        var before = bench.Uplinks.Count;
        var morning = bench.Run(TimeSpan.FromHours(18).TotalSeconds + 300);
        Assert.InRange(morning.Power.States.Single(state => state.State == "standby").Time.TotalHours, 17.9, 18.05);
        Assert.True(bench.Uplinks.Count > before);
        Assert.Equal("standby", bench.Statuses.Last().ResetCause);
    }
}
