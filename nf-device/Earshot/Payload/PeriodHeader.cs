// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

using System;

namespace Earshot;

/// <summary>The bytes that say which period a summary is of.</summary>
public static class PeriodHeader
{
    /// <summary>The longest period, in minutes.</summary>
    public const int LongestPeriod = 255;

    /// <summary>Writes bytes 3 to 6.</summary>
    /// <param name="start">First minute of the period: since 2024-01-01 00:00 UTC or since the node's start, 0 to 16777215.</param>
    /// <param name="minutes">Its length, 1 to 255.</param>
    /// <param name="buffer">The payload.</param>
    /// <param name="offset">Where the payload begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static void Write(int start, int minutes, byte[] buffer, int offset)
    {
        PayloadHeader.Require(start, 0xFFFFFF);
        PayloadHeader.Require(minutes - 1, LongestPeriod - 1);
        buffer[offset + 3] = (byte)(start >> 16);
        buffer[offset + 4] = (byte)(start >> 8);
        buffer[offset + 5] = (byte)start;
        buffer[offset + 6] = (byte)minutes;
    }

    /// <summary>First minute of the period.</summary>
    public static int ReadStart(byte[] buffer, int offset)
    {
        return (buffer[offset + 3] << 16) | (buffer[offset + 4] << 8) | buffer[offset + 5];
    }

    /// <summary>Minutes of the period; 0 in a payload that nobody should have sent.</summary>
    public static int ReadMinutes(byte[] buffer, int offset) => buffer[offset + 6];
}
