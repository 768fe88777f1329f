using System;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Payload;

/// <summary>The bytes of an event, written and read on the board.</summary>
[TestClass]
public class EventPayloadTests
{
    private static byte[] s_buffer;

    [Setup]
    public void CreateBuffer()
    {
        s_buffer = new byte[EventPayload.Length + 2];
    }

    [TestMethod]
    public void TheBytesAreThoseOfTheSpecification()
    {
        EventPayload.Write(Message(0x1234, 3), s_buffer, 1);
        byte[] expected = { 0, 0x11, 0x12, 0x34, 3, 200, 0x89, 0xAB, 0xCD, 0xEF, 8, 144, 0 };
        CollectionAssert.AreEqual(expected, s_buffer);
    }

    [DataRow(0, 0)]
    [DataRow(1, 7)]
    [DataRow(65535, EventMessage.UnknownLabel)]
    public void WhatIsWrittenIsRead(int sequence, int label)
    {
        EventPayload.Write(Message(sequence, label), s_buffer, 0);
        EventMessage read = EventPayload.Read(s_buffer, 0, EventPayload.Length);
        Assert.AreEqual(sequence, read.Sequence);
        Assert.AreEqual(label, read.Label);
        Assert.AreEqual(0x89ABCDEFL, read.Start);
        Assert.IsTrue(read.ClockIsSet);
    }

    [TestMethod]
    public void AnotherVersionIsNotRead()
    {
        EventPayload.Write(Message(1, 1), s_buffer, 0);
        s_buffer[0] = (byte)(s_buffer[0] + 0x10);
        Assert.IsNull(EventPayload.Read(s_buffer, 0, EventPayload.Length));
    }

    [DataRow(-1, 0)]
    [DataRow(65536, 0)]
    [DataRow(0, 256)]
    public void AValueOutOfRangeIsRefused(int sequence, int label)
    {
        Assert.ThrowsException(
            typeof(ArgumentOutOfRangeException), () => EventPayload.Write(Message(sequence, label), s_buffer, 0));
    }

    [Cleanup]
    public void DropBuffer()
    {
        s_buffer = null;
    }

    private static EventMessage Message(int sequence, int label)
    {
        EventMessage message = new EventMessage();
        message.Sequence = sequence;
        message.Label = label;
        message.Confidence = 200;
        message.ClockIsSet = true;
        message.Start = 0x89ABCDEFL;
        message.Duration = 8;
        message.Level = 144;
        return message;
    }
}
