// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>For how long two classes were heard in a period. A period in which more were heard takes more messages.</summary>
public sealed class ClassesMessage
{
    /// <summary>Number of the message, 0 to 65535.</summary>
    public int Sequence { get; set; }

    /// <summary>Whether <see cref="Start"/> is universal time; otherwise it counts from the node's start.</summary>
    public bool ClockIsSet { get; set; }

    /// <summary>First minute: since 2024-01-01 00:00 UTC when the clock is set, else since the node's start. 0 to 16777215.</summary>
    public int Start { get; set; }

    /// <summary>Minutes, 1 to 255.</summary>
    public int Minutes { get; set; }

    /// <summary>Index of the class, 0 to 254, or <see cref="EventMessage.UnknownLabel"/>.</summary>
    public int FirstLabel { get; set; }

    /// <summary>Seconds of it as a <see cref="CompactNumber"/>; 0 when there is none.</summary>
    public int FirstTime { get; set; }

    /// <summary>Index of the other class, 0 to 254, or <see cref="EventMessage.UnknownLabel"/>.</summary>
    public int SecondLabel { get; set; }

    /// <summary>Seconds of it as a <see cref="CompactNumber"/>; 0 when there is none.</summary>
    public int SecondTime { get; set; }

    /// <summary>Writes the message's 11 bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Write(byte[] buffer, int offset)
    {
        PayloadHeader.Require(FirstLabel, 255);
        PayloadHeader.Require(FirstTime, 255);
        PayloadHeader.Require(SecondLabel, 255);
        PayloadHeader.Require(SecondTime, 255);
        PayloadHeader.Write(PayloadKind.Classes, ClockIsSet, Sequence, buffer, offset);
        PeriodHeader.Write(Start, Minutes, buffer, offset);
        buffer[offset + 7] = (byte)FirstLabel;
        buffer[offset + 8] = (byte)FirstTime;
        buffer[offset + 9] = (byte)SecondLabel;
        buffer[offset + 10] = (byte)SecondTime;
    }

    /// <summary>Reads a message; null when the bytes are not one that this source knows.</summary>
    public static ClassesMessage Read(byte[] buffer, int offset, int length)
    {
        if (!PayloadHeader.Matches(PayloadKind.Classes, buffer, offset, length) || PeriodHeader.ReadMinutes(buffer, offset) == 0)
        {
            return null;
        }

        ClassesMessage message = new ClassesMessage();
        message.ClockIsSet = PayloadHeader.ReadClockIsSet(buffer, offset);
        message.Sequence = PayloadHeader.ReadSequence(buffer, offset);
        message.Start = PeriodHeader.ReadStart(buffer, offset);
        message.Minutes = PeriodHeader.ReadMinutes(buffer, offset);
        message.FirstLabel = buffer[offset + 7];
        message.FirstTime = buffer[offset + 8];
        message.SecondLabel = buffer[offset + 9];
        message.SecondTime = buffer[offset + 10];
        return message;
    }
}
