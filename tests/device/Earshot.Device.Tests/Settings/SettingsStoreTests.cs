using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Settings;

/// <summary>Settings by downlink, stored on the board.</summary>
[TestClass]
public class SettingsStoreTests
{
    [TestMethod]
    public void ADownlinkOutlivesAReset()
    {
        MemoryRecordStore store = new MemoryRecordStore(2, NodeSettings.Length);
        SettingsStore settings = new SettingsStore(store);
        byte[] schedule = { 0x14, 7, 0, 10, 0, 60, 0, 0, 5, 12, 165 };
        Assert.AreEqual((int)DownlinkResult.Applied, (int)settings.Take(schedule, schedule.Length, 3, out int refused));
        Assert.AreEqual(0, refused);
        NodeSettings read = new SettingsStore(store).Settings;
        Assert.AreEqual(7, read.Revision);
        Assert.AreEqual(10, read.Listen);
        Assert.AreEqual(60, read.Every);
        Assert.AreEqual(3300, read.LowestSupply);
        PowerPlan plan = new PowerPlan(read);
        Assert.AreEqual((int)PowerAction.Stop, (int)plan.Next(70000, true));
        Assert.AreEqual(50000, plan.Duration);
    }

    [TestMethod]
    public void ABadDownlinkChangesNothing()
    {
        SettingsStore settings = new SettingsStore(new MemoryRecordStore(2, NodeSettings.Length));
        int before = settings.Settings.Fingerprint;
        byte[] thresholds = { 0x10, 1, 3, 128, 64, 5, 30 };
        Assert.AreEqual((int)DownlinkResult.OutOfRange, (int)settings.Take(thresholds, thresholds.Length, 3, out int refused));
        Assert.AreEqual(2, refused);
        Assert.AreEqual(before, settings.Settings.Fingerprint);
    }
}
