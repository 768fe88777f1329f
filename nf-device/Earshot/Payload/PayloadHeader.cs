// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

using System;

namespace Earshot;

/// <summary>The first three bytes of every uplink: version, kind, whether the clock is set, sequence.</summary>
public static class PayloadHeader
{
    /// <summary>Bytes of an uplink, of whatever kind: what the slowest LoRaWAN data rate carries.</summary>
    public const int PayloadLength = 11;

    /// <summary>The version this source writes.</summary>
    public const int Version = 1;

    /// <summary>Minutes from 1970-01-01 to the epoch of payloads, 2024-01-01 00:00 UTC.</summary>
    public const int EpochMinutes = 28401120;

    /// <summary>Writes the header.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="clockIsSet">Whether times are universal; otherwise they count from the node's start.</param>
    /// <param name="sequence">Number of the message, 0 to 65535.</param>
    /// <param name="buffer">Receives <see cref="PayloadLength"/> bytes, of which these are the first three.</param>
    /// <param name="offset">Where the first goes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is out of range.</exception>
    public static void Write(PayloadKind kind, bool clockIsSet, int sequence, byte[] buffer, int offset)
    {
        Require(sequence, 65535);
        buffer[offset] = (byte)((Version << 4) | ((int)kind << 1) | (clockIsSet ? 1 : 0));
        WriteSequence(sequence, buffer, offset);
    }

    /// <summary>Replaces the sequence of a payload.</summary>
    public static void WriteSequence(int sequence, byte[] buffer, int offset)
    {
        buffer[offset + 1] = (byte)(sequence >> 8);
        buffer[offset + 2] = (byte)sequence;
    }

    /// <summary>Whether the bytes are a payload of that kind in the version that this source knows.</summary>
    public static bool Matches(PayloadKind kind, byte[] buffer, int offset, int length)
    {
        return length == PayloadLength && buffer[offset] >> 1 == ((Version << 3) | (int)kind);
    }

    /// <summary>The kind of a payload.</summary>
    public static PayloadKind ReadKind(byte[] buffer, int offset) => (PayloadKind)((buffer[offset] >> 1) & 7);

    /// <summary>Whether times of a payload are universal.</summary>
    public static bool ReadClockIsSet(byte[] buffer, int offset) => (buffer[offset] & 1) != 0;

    /// <summary>Number of a message, 0 to 65535.</summary>
    public static int ReadSequence(byte[] buffer, int offset) => (buffer[offset + 1] << 8) | buffer[offset + 2];

    internal static void Require(long value, long most)
    {
        if (value < 0 || value > most)
        {
            throw new ArgumentOutOfRangeException();
        }
    }
}
