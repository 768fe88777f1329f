using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Queue;

/// <summary>Records in the board's files and in its backup memory.</summary>
[TestClass]
public class RecordStoreTests
{
    [TestMethod]
    public void BackupMemoryKeepsRecords()
    {
        BackupRecordStore store = new BackupRecordStore(0, 640, 19);
        Assert.AreEqual(4, store.Slots);
        Keep(store, new BackupRecordStore(0, 4, 19));
    }

    private static void Keep(IRecordStore written, IRecordStore read)
    {
        byte[] record = new byte[19];
        for (int slot = written.Slots - 1; slot >= 0; slot--)
        {
            for (int index = 0; index < record.Length; index++)
            {
                record[index] = (byte)((slot * 7) + index);
            }

            Assert.IsTrue(written.TryWrite(slot, record));
        }

        for (int slot = 0; slot < read.Slots; slot++)
        {
            Assert.IsTrue(read.TryRead(slot, record));
            Assert.AreEqual((byte)(slot * 7), record[0]);
            Assert.AreEqual((byte)((slot * 7) + 18), record[18]);
        }
    }
}
