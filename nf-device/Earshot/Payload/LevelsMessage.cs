// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>The sound levels of a period, in half decibels of A-weighted sound pressure level, 0 to 255.</summary>
public sealed class LevelsMessage
{
    /// <summary>Number of the message, 0 to 65535.</summary>
    public int Sequence { get; set; }

    /// <summary>Whether <see cref="Start"/> is universal time; otherwise it counts from the node's start.</summary>
    public bool ClockIsSet { get; set; }

    /// <summary>First minute: since 2024-01-01 00:00 UTC when the clock is set, else since the node's start. 0 to 16777215.</summary>
    public int Start { get; set; }

    /// <summary>Minutes, 1 to 255.</summary>
    public int Minutes { get; set; }

    /// <summary>Equivalent continuous level, LAeq.</summary>
    public int Average { get; set; }

    /// <summary>The level that was exceeded for 10 % of the time, LA10.</summary>
    public int Exceeded10 { get; set; }

    /// <summary>The level that was exceeded for 90 % of the time, LA90: the background.</summary>
    public int Exceeded90 { get; set; }

    /// <summary>The highest level of a hop.</summary>
    public int Maximum { get; set; }

    /// <summary>Writes the message's 11 bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Write(byte[] buffer, int offset)
    {
        PayloadHeader.Require(Average, 255);
        PayloadHeader.Require(Exceeded10, 255);
        PayloadHeader.Require(Exceeded90, 255);
        PayloadHeader.Require(Maximum, 255);
        PayloadHeader.Write(PayloadKind.Levels, ClockIsSet, Sequence, buffer, offset);
        PeriodHeader.Write(Start, Minutes, buffer, offset);
        buffer[offset + 7] = (byte)Average;
        buffer[offset + 8] = (byte)Exceeded10;
        buffer[offset + 9] = (byte)Exceeded90;
        buffer[offset + 10] = (byte)Maximum;
    }

    /// <summary>Reads a message; null when the bytes are not one that this source knows.</summary>
    public static LevelsMessage Read(byte[] buffer, int offset, int length)
    {
        if (!PayloadHeader.Matches(PayloadKind.Levels, buffer, offset, length) || PeriodHeader.ReadMinutes(buffer, offset) == 0)
        {
            return null;
        }

        LevelsMessage message = new LevelsMessage();
        message.ClockIsSet = PayloadHeader.ReadClockIsSet(buffer, offset);
        message.Sequence = PayloadHeader.ReadSequence(buffer, offset);
        message.Start = PeriodHeader.ReadStart(buffer, offset);
        message.Minutes = PeriodHeader.ReadMinutes(buffer, offset);
        message.Average = buffer[offset + 7];
        message.Exceeded10 = buffer[offset + 8];
        message.Exceeded90 = buffer[offset + 9];
        message.Maximum = buffer[offset + 10];
        return message;
    }
}
