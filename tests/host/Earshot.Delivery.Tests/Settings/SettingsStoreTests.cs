using Earshot.Payload;

namespace Earshot.Delivery.Tests;

public sealed class SettingsStoreTests
{
    private readonly Random _random = new(5);
    private readonly PowerSupply _supply;
    private readonly TornStore _store;

    public SettingsStoreTests()
    {
        _supply = new PowerSupply(_random);
        _store = new TornStore(2, NodeSettings.Length, _supply, _random);
    }

    [Fact]
    public void WithoutAnythingStoredTheDefaultsAreInForce()
    {
        var settings = new SettingsStore(_store);
        Assert.False(settings.IsRefused);
        Assert.Equal((0, 0, 15, 24), (settings.Settings.Listen, settings.Settings.Every, settings.Settings.SummaryMinutes, settings.Settings.StatusHours));
        Assert.True(settings.Settings.ReportsEvents && settings.Settings.ReportsUnknown && settings.Settings.ReportsClasses && settings.Settings.ReportsLevels);
        Assert.Equal((-1, 500, 800, 10000, 40), (settings.Settings.Smoothing, settings.Settings.QuietHold, settings.Settings.TakeOver,
            settings.Settings.LongestEvent, settings.Settings.GateRange));
    }

    [Fact]
    public void ADownlinkIsInForceAfterAReset()
    {
        var settings = new SettingsStore(_store);
        Assert.Equal(DownlinkResult.Applied, Take(settings, new ScheduleDownlink { Revision = 7, Listen = 10, Every = 60, LowestSupply = 3.3, From = 6, To = 22 }));
        Assert.Equal(DownlinkResult.Applied, Take(settings, new ThresholdsDownlink { Revision = 8, Label = 2, On = 0.5, Off = 0.25, Refractory = 30, MinimumDuration = 1 }));
        Assert.Equal(DownlinkResult.Applied, Take(settings, new DetectionDownlink { Revision = 9, Unknown = false, Smoothing = 0.4 }));
        var read = new SettingsStore(_store).Settings;
        Assert.Equal((9, 10, 60, 3300, 24, 88), (read.Revision, read.Listen, read.Every, read.LowestSupply, read.From, read.To));
        Assert.Equal((128, 64, 30000, 1000), (read.OnThreshold(2), read.OffThreshold(2), read.RefractoryTime(2), read.MinimumDuration(2)));
        Assert.Equal((0, 0), (read.OnThreshold(1), read.OnThreshold(200)));
        Assert.Equal((false, 400), (read.ReportsUnknown, read.Smoothing));
        Assert.Equal(settings.Settings.Fingerprint, read.Fingerprint);
    }

    [Fact]
    public void WhatIsRefusedChangesNothing()
    {
        var settings = new SettingsStore(_store);
        var before = settings.Settings.Fingerprint;
        foreach (var bytes in new[] { "", "2001", "14FF", "1001098040051E", "1401000AA8C100000F1800", "1E01" }.Select(Convert.FromHexString))
        {
            Assert.NotEqual(DownlinkResult.Applied, settings.Take(bytes, bytes.Length, 4, out _));
        }

        Assert.Equal(before, settings.Settings.Fingerprint);
        Assert.Equal(0, _store.Writes);
        Assert.Equal(DownlinkResult.OutOfRange, settings.Take(Convert.FromHexString("1001048040051E"), 7, 4, out var refused));
        Assert.Equal(2, refused);
    }

    [Fact]
    public void ThresholdsCanBeForAllClasses()
    {
        var settings = new SettingsStore(_store);
        Take(settings, new ThresholdsDownlink { Revision = 1, On = 0.5, Off = 0.5 });
        Assert.All(Enumerable.Range(0, NodeSettings.MaximumClasses), index => Assert.Equal(128, settings.Settings.OnThreshold(index)));
    }

    [Fact]
    public void RestoringKeepsTheBoxItself()
    {
        var settings = new SettingsStore(_store);
        settings.Settings.SetCredentials(new byte[8], new byte[8], [.. Enumerable.Repeat((byte)7, 16)]);
        settings.Settings.Radio = RadioKind.LoRaE5;
        Take(settings, new ScheduleDownlink { Revision = 7, Listen = 10, Every = 60 });
        Take(settings, new CommandDownlink { Revision = 8, Command = NodeCommand.RestoreDefaults });
        var read = new SettingsStore(_store).Settings;
        Assert.Equal((8, 0, RadioKind.LoRaE5, (byte)7), (read.Revision, read.Listen, read.Radio, read.AppKey[0]));
        Assert.Equal(new NodeSettings().Fingerprint, read.Fingerprint);
    }

    [Fact]
    public void ANewerVersionIsRefusedAndSaid()
    {
        var record = new byte[NodeSettings.Length];
        new NodeSettings().Write(record);
        record[0] = NodeSettings.Version + 1;
        var checksum = Crc16.Compute(record, 0, 188);
        (record[188], record[189]) = ((byte)(checksum >> 8), (byte)checksum);
        _store.TryWrite(0, record);
        var settings = new SettingsStore(_store);
        Assert.True(settings.IsRefused);
        Assert.Equal(new NodeSettings().Fingerprint, settings.Settings.Fingerprint);
    }

    [Fact]
    public void ValuesThatMakeNoSenseAreRefusedWhateverTheirChecksum()
    {
        for (var at = 0; at < 188; at++)
        {
            var record = new byte[NodeSettings.Length];
            new NodeSettings().Write(record);
            record[at] = 250;
            var checksum = Crc16.Compute(record, 0, 188);
            (record[188], record[189]) = ((byte)(checksum >> 8), (byte)checksum);
            if (NodeSettings.Read(record) is { } settings)
            {
                Assert.InRange(settings.GateRange, 10, 120);
                Assert.True(settings.Listen <= settings.Every && settings.From < 96 && settings.To < 96 && settings.RadioPort < 10);
            }
        }
    }

    [Fact]
    public void EveryFlippedBitIsNoticed()
    {
        var record = new byte[NodeSettings.Length];
        new NodeSettings().Write(record);
        for (var bit = 0; bit < 190 * 8; bit++)
        {
            record[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(NodeSettings.Read(record));
            record[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void APowerFailureLeavesTheSettingsBeforeOrTheNewOnes()
    {
        var settings = new SettingsStore(_store);
        var listen = 0;
        for (var round = 0; round < 1000; round++)
        {
            _supply.FailAfter(_random.Next(3));
            try
            {
                while (true)
                {
                    Take(settings, new ScheduleDownlink { Revision = 1, Listen = listen + 1, Every = 20000 });
                    listen++;
                }
            }
            catch (PowerFailure)
            {
                settings = new SettingsStore(_store);
                Assert.False(settings.IsRefused);
                Assert.InRange(settings.Settings.Listen, listen, listen + 1);
                listen = settings.Settings.Listen;
            }
        }
    }

    [Fact]
    public void StorageThatFailsIsSaid()
    {
        var settings = new SettingsStore(_store);
        _store.IsBroken = true;
        Assert.Equal(DownlinkResult.NotStored, Take(settings, new ScheduleDownlink { Revision = 1, Listen = 3, Every = 30 }));
        Assert.Equal(3, settings.Settings.Listen);
        Assert.Equal(DownlinkResult.NotStored, Take(new SettingsStore(new MemoryRecordStore(0, NodeSettings.Length)), new ScheduleDownlink { Revision = 1 }));
    }

    [Fact]
    public void TheKeyIsInNoFingerprint()
    {
        var settings = new NodeSettings();
        var before = settings.Fingerprint;
        settings.SetCredentials([1, 2, 3, 4, 5, 6, 7, 8], new byte[8], [.. Enumerable.Repeat((byte)9, 16)]);
        Assert.Equal(before, settings.Fingerprint);
    }

    private static DownlinkResult Take(SettingsStore settings, NodeDownlink downlink)
    {
        var bytes = downlink.Encode();
        return settings.Take(bytes, bytes.Length, 4, out _);
    }
}
