using Earshot.Emulator.Power;
using Earshot.Emulator.Sound;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

/// <summary>What a node keeps over resets, seen from the network.</summary>
public sealed class NodeStorageTests
{
    private static readonly TimeSpan Off = TimeSpan.FromSeconds(2);

    [Fact]
    public void WhatWaitsIsDeliveredOnceAfterAResetAndABrownOut()
    {
        using var bench = new NodeBench(Sounds());
        bench.Gateway.AddOutage(TimeSpan.FromSeconds(13), TimeSpan.FromSeconds(60));
        bench.Run(14.5);
        Assert.Equal(2, bench.Uplinks.Count);
        bench.Node.Board.Reset(ResetCause.Software);
        bench.Run(20);
        bench.Node.Board.BrownOut(Off);
        bench.Run(300);
        Assert.Equal(Enumerable.Range(0, bench.Uplinks.Count), bench.Uplinks.Select(uplink => uplink.Sequence));
        Assert.Equal([0, 2, 1], bench.Uplinks.OfType<EventUplink>().Take(3).Select(heard => heard.Label));
        Assert.Equal(["power-on", "software", "brown-out"], bench.Statuses.Select(status => status.ResetCause));
        Assert.All(bench.Statuses, status => Assert.False(status.StorageFails || status.MessagesWereLost || status.SettingsAreDefaults));
        // The events were there before the reset, and stayed.
        Assert.True(bench.Statuses.ElementAt(1).Waiting >= 2);
        Assert.Equal(3, bench.Node.Board.Boots);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void NoNumberIsUsedTwiceWhereverThePowerFails(int steps)
    {
        using var bench = new NodeBench(Sounds());
        bench.Storage.CutPowerAfter(steps, bench.Node.Board, Off);
        bench.Run(300);
        Assert.Equal(2, bench.Node.Board.Boots);
        var byNumber = bench.Uplinks.GroupBy(uplink => uplink.Sequence).ToArray();
        Assert.Equal(Enumerable.Range(0, byNumber.Length), byNumber.Select(group => group.Key).Order());
        Assert.All(byNumber, group => Assert.Single(group.Distinct()));
        Assert.Contains(bench.Statuses, status => status is { ResetCause: "brown-out", StorageFails: false });
    }

    [Fact]
    public void SettingsByDownlinkStayInForce()
    {
        using var bench = new NodeBench();
        bench.Gateway.Enqueue(bench.Eui, 2, new ScheduleDownlink { Revision = 7, SummaryMinutes = 1 }.Encode());
        bench.Run(60);
        Assert.Equal("applied", Assert.Single(bench.Uplinks.OfType<SettingsUplink>()).Result);
        bench.Node.Board.Reset(ResetCause.Pin);
        bench.Run(180);
        Assert.Equal([0, 7], bench.Statuses.Select(status => status.SettingsRevision));
        Assert.Equal(1, bench.Uplinks.OfType<LevelsUplink>().Last().Minutes);
    }

    [Fact]
    public void DamagedSettingsAreToldAndReplacedByTheDefaults()
    {
        using var bench = new NodeBench();
        var record = bench.Storage.Files.ReadFile(@"\settings0");
        record[20] ^= 4;
        bench.Storage.Files.WriteFile(@"\settings0", record);
        var receiver = new SerialReceiver(DateTime.UnixEpoch);
        var recorder = new Peripherals.UartRecorder();
        recorder.Received += transfer => receiver.Receive(transfer.Bytes, TimeSpan.Zero);
        bench.Node.Board.Uarts["COM6"].Connect(recorder);
        bench.Run(3);
        var status = Assert.IsType<StatusUplink>(receiver.Uplinks[0].Uplink);
        Assert.True(status.SettingsAreDefaults);
        Assert.False(status.StorageFails);
    }

    private static Playlist Sounds() => new(
        FakeEngine.SampleRate,
        [FakeEngine.Clip(1, 2), FakeEngine.Clip(3, 1.5), FakeEngine.Clip(2, 2)],
        lead: TimeSpan.FromSeconds(1),
        gap: TimeSpan.FromSeconds(1));
}
