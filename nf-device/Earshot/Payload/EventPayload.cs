// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

using System;

namespace Earshot;

/// <summary>Packs an event into 11 bytes and back. The same source runs on the board and behind the gateway.</summary>
public static class EventPayload
{
    /// <summary>Bytes of an event.</summary>
    public const int Length = 11;

    /// <summary>The version this source writes.</summary>
    public const int Version = 1;

    private const int ClockFlag = 1;
    private const int KnownFlags = ClockFlag;

    /// <summary>Writes a message.</summary>
    /// <param name="message">Its values, each in its range.</param>
    /// <param name="buffer">Receives <see cref="Length"/> bytes.</param>
    /// <param name="offset">Where the first goes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static void Write(EventMessage message, byte[] buffer, int offset)
    {
        Require(message.Sequence, 65535);
        Require(message.Label, 255);
        Require(message.Confidence, 255);
        Require(message.Start, 4294967295L);
        Require(message.Duration, 255);
        Require(message.Level, 255);
        buffer[offset] = (byte)((Version << 4) | (message.ClockIsSet ? ClockFlag : 0));
        buffer[offset + 1] = (byte)(message.Sequence >> 8);
        buffer[offset + 2] = (byte)message.Sequence;
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
    /// <returns>The message, or null when the length, the version or a flag is not one that this source knows.</returns>
    public static EventMessage Read(byte[] buffer, int offset, int length)
    {
        if (length != Length || buffer[offset] >> 4 != Version || (buffer[offset] & 15 & ~KnownFlags) != 0)
        {
            return null;
        }

        EventMessage message = new EventMessage();
        message.ClockIsSet = (buffer[offset] & ClockFlag) != 0;
        message.Sequence = (buffer[offset + 1] << 8) | buffer[offset + 2];
        message.Label = buffer[offset + 3];
        message.Confidence = buffer[offset + 4];
        message.Start = ((long)buffer[offset + 5] << 24) | (long)((buffer[offset + 6] << 16) | (buffer[offset + 7] << 8) | buffer[offset + 8]);
        message.Duration = buffer[offset + 9];
        message.Level = buffer[offset + 10];
        return message;
    }

    private static void Require(long value, long most)
    {
        if (value < 0 || value > most)
        {
            throw new ArgumentOutOfRangeException();
        }
    }
}
