// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>What became of a downlink, and which settings are in force.</summary>
public sealed class SettingsMessage
{
    /// <summary>Number of the message, 0 to 65535.</summary>
    public int Sequence { get; set; }

    /// <summary>Whether the node knows the time.</summary>
    public bool ClockIsSet { get; set; }

    /// <summary>Revision of the settings in force: that of the last downlink that was applied.</summary>
    public int Revision { get; set; }

    /// <summary>What became of the downlink.</summary>
    public DownlinkResult Result { get; set; }

    /// <summary>The downlink's first byte as it arrived: version and kind; 0 when it was empty.</summary>
    public int Answered { get; set; }

    /// <summary>Where in the downlink the byte is that was refused; 0 when that is not the reason.</summary>
    public int Refused { get; set; }

    /// <summary>CRC-16 over the settings in force: nodes that agree on it are set up alike.</summary>
    public int Fingerprint { get; set; }

    /// <summary>Writes the message's 11 bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Write(byte[] buffer, int offset)
    {
        PayloadHeader.Require(Revision, 255);
        PayloadHeader.Require((int)Result, 255);
        PayloadHeader.Require(Answered, 255);
        PayloadHeader.Require(Refused, 255);
        PayloadHeader.Require(Fingerprint, 65535);
        PayloadHeader.Write(PayloadKind.Settings, ClockIsSet, Sequence, buffer, offset);
        buffer[offset + 3] = (byte)Revision;
        buffer[offset + 4] = (byte)Result;
        buffer[offset + 5] = (byte)Answered;
        buffer[offset + 6] = (byte)Refused;
        buffer[offset + 7] = (byte)(Fingerprint >> 8);
        buffer[offset + 8] = (byte)Fingerprint;
        buffer[offset + 9] = 0;
        buffer[offset + 10] = 0;
    }

    /// <summary>Reads a message; null when the bytes are not one that this source knows.</summary>
    public static SettingsMessage Read(byte[] buffer, int offset, int length)
    {
        if (!PayloadHeader.Matches(PayloadKind.Settings, buffer, offset, length))
        {
            return null;
        }

        SettingsMessage message = new SettingsMessage();
        message.ClockIsSet = PayloadHeader.ReadClockIsSet(buffer, offset);
        message.Sequence = PayloadHeader.ReadSequence(buffer, offset);
        message.Revision = buffer[offset + 3];
        message.Result = (DownlinkResult)buffer[offset + 4];
        message.Answered = buffer[offset + 5];
        message.Refused = buffer[offset + 6];
        message.Fingerprint = (buffer[offset + 7] << 8) | buffer[offset + 8];
        return message;
    }
}
