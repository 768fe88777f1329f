using System;
using nanoFramework.Hardware.Stm32;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Power;

/// <summary>The registers that survive resets and standby. The last 16 bytes are written.</summary>
[TestClass]
public class BackupMemoryTests
{
    private static uint s_start;

    [Setup]
    public void FindTheEnd()
    {
        s_start = (uint)BackupMemory.Size - 16;
    }

    [TestMethod]
    public void ThereAreWholeRegisters()
    {
        Assert.IsTrue(BackupMemory.Size >= 80);
        Assert.AreEqual(0, BackupMemory.Size % 4);
    }

    [TestMethod]
    public void WhatIsWrittenIsRead()
    {
        byte[] written = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
        BackupMemory.WriteBytes(s_start, written);
        byte[] read = new byte[16];
        BackupMemory.ReadBytes(s_start, read);
        CollectionAssert.AreEqual(written, read);
    }

    [TestMethod]
    public void AByteLeavesItsNeighboursAlone()
    {
        BackupMemory.WriteInt32(s_start, 0);
        BackupMemory.WriteByte(s_start + 1, 0x55);
        byte[] read = new byte[4];
        BackupMemory.ReadBytes(s_start, read);
        CollectionAssert.AreEqual(new byte[] { 0, 0x55, 0, 0 }, read);
    }

    [TestMethod]
    public void NumbersComeBack()
    {
        BackupMemory.WriteInt64(s_start, -1234567890123);
        BackupMemory.WriteUInt32(s_start + 8, 0xFEDCBA98);
        Assert.AreEqual(-1234567890123, BackupMemory.ReadInt64(s_start));
        Assert.AreEqual(0xFEDCBA98, BackupMemory.ReadUInt32(s_start + 8));
    }

    [TestMethod]
    public void BehindTheEndIsAnError()
    {
        uint size = (uint)BackupMemory.Size;
        Assert.ThrowsException(typeof(ArgumentException), () => BackupMemory.ReadByte(size));
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => BackupMemory.WriteInt32(size - 2, 1));
    }
}
