// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

using System;

namespace Earshot;

/// <summary>Packs an event into 11 bytes and back. The same source runs on the board and behind the gateway.</summary>
public static class EventPayload
{
    /// <summary>Bytes of an event.</summary>
    public const int Length = PayloadHeader.PayloadLength;

    /// <summary>Writes a message.</summary>
    /// <param name="message">Its values, each in its range.</param>
    /// <param name="buffer">Receives <see cref="Length"/> bytes.</param>
    /// <param name="offset">Where the first goes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static void Write(EventMessage message, byte[] buffer, int offset)
    {
        PayloadHeader.Require(message.Label, 255);
        PayloadHeader.Require(message.Confidence, 255);
        PayloadHeader.Require(message.Start, 4294967295L);
        PayloadHeader.Require(message.Duration, 255);
        PayloadHeader.Require(message.Level, 255);
        PayloadHeader.Write(PayloadKind.Event, message.ClockIsSet, message.Sequence, buffer, offset);
        buffer[offset + 3] = (byte)message.Label;
        buffer[offset + 4] = (byte)message.Confidence;
        uint start = (uint)message.Start;
        buffer[offset + 5] = (byte)(start >> 24);
        buffer[offset + 6] = (byte)(start >> 16);
        buffer[offset + 7] = (byte)(start >> 8);
        buffer[offset + 8] = (byte)start;
        buffer[offset + 9] = (byte)message.Duration;
        buffer[offset + 10] = (byte)message.Level;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="offset">Where the first is.</param>
    /// <param name="length">How many there are.</param>
    /// <returns>The message, or null when the length, the version or the kind is not that of an event.</returns>
    public static EventMessage Read(byte[] buffer, int offset, int length)
    {
        if (!PayloadHeader.Matches(PayloadKind.Event, buffer, offset, length))
        {
            return null;
        }

        EventMessage message = new EventMessage();
        message.ClockIsSet = PayloadHeader.ReadClockIsSet(buffer, offset);
        message.Sequence = PayloadHeader.ReadSequence(buffer, offset);
        message.Label = buffer[offset + 3];
        message.Confidence = buffer[offset + 4];
        message.Start = ((long)buffer[offset + 5] << 24) | (long)((buffer[offset + 6] << 16) | (buffer[offset + 7] << 8) | buffer[offset + 8]);
        message.Duration = buffer[offset + 9];
        message.Level = buffer[offset + 10];
        return message;
    }
}
