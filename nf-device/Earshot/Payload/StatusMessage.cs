// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>How a node is: what the person who answers for it wants to know.</summary>
public sealed class StatusMessage
{
    private const int ResetCauseBits = 7;
    private const int DeployedFlag = 8;
    private const int QuarantineFlag = 16;
    private const int DefaultSettingsFlag = 32;
    private const int StorageFlag = 64;
    private const int LossFlag = 128;

    /// <summary>Number of the message, 0 to 65535.</summary>
    public int Sequence { get; set; }

    /// <summary>Whether the node knows the time.</summary>
    public bool ClockIsSet { get; set; }

    /// <summary>Supply voltage in 20 mV, 0 to 255; 0 when it is not known.</summary>
    public int Supply { get; set; }

    /// <summary>
    /// Why the node started: 0 unknown, 1 power-on, 2 brown-out, 3 reset pin, 4 its own software, 5 watchdog, 6 woken from standby.
    /// </summary>
    public int ResetCause { get; set; }

    /// <summary>Whether the model of the deployment region runs, not the one that is compiled into the firmware.</summary>
    public bool DeployedModelRuns { get; set; }

    /// <summary>Whether the model of the deployment region was refused; <see cref="ModelFingerprint"/> is that model's then.</summary>
    public bool ModelIsQuarantined { get; set; }

    /// <summary>Whether the stored settings were refused (damaged, or of a newer version) and the defaults are in force.</summary>
    public bool SettingsAreDefaults { get; set; }

    /// <summary>Whether storage does not work, so that a reset loses what is waiting.</summary>
    public bool StorageFails { get; set; }

    /// <summary>Whether messages were lost since the start because the queue was full.</summary>
    public bool MessagesWereLost { get; set; }

    /// <summary>High 16 bits of the model pack's CRC-32; 0 when there is none.</summary>
    public int ModelFingerprint { get; set; }

    /// <summary>Version of the app: major in the high four bits, minor in the low four.</summary>
    public int ApplicationVersion { get; set; }

    /// <summary>Revision of the settings in force: that of the last downlink, 0 when there was none.</summary>
    public int SettingsRevision { get; set; }

    /// <summary>Seconds of sound that were lost since the start, as a <see cref="CompactNumber"/>.</summary>
    public int SoundLost { get; set; }

    /// <summary>Messages that wait, 0 to 255; 255 stands for more, too.</summary>
    public int Waiting { get; set; }

    /// <summary>Writes the message's 11 bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Write(byte[] buffer, int offset)
    {
        PayloadHeader.Require(Supply, 255);
        PayloadHeader.Require(ResetCause, ResetCauseBits);
        PayloadHeader.Require(ModelFingerprint, 65535);
        PayloadHeader.Require(ApplicationVersion, 255);
        PayloadHeader.Require(SettingsRevision, 255);
        PayloadHeader.Require(SoundLost, 255);
        PayloadHeader.Require(Waiting, 255);
        PayloadHeader.Write(PayloadKind.Status, ClockIsSet, Sequence, buffer, offset);
        buffer[offset + 3] = (byte)Supply;
        buffer[offset + 4] = (byte)(ResetCause
            | (DeployedModelRuns ? DeployedFlag : 0)
            | (ModelIsQuarantined ? QuarantineFlag : 0)
            | (SettingsAreDefaults ? DefaultSettingsFlag : 0)
            | (StorageFails ? StorageFlag : 0)
            | (MessagesWereLost ? LossFlag : 0));
        buffer[offset + 5] = (byte)(ModelFingerprint >> 8);
        buffer[offset + 6] = (byte)ModelFingerprint;
        buffer[offset + 7] = (byte)ApplicationVersion;
        buffer[offset + 8] = (byte)SettingsRevision;
        buffer[offset + 9] = (byte)SoundLost;
        buffer[offset + 10] = (byte)Waiting;
    }

    /// <summary>Reads a message; null when the bytes are not one that this source knows.</summary>
    public static StatusMessage Read(byte[] buffer, int offset, int length)
    {
        if (!PayloadHeader.Matches(PayloadKind.Status, buffer, offset, length))
        {
            return null;
        }

        int flags = buffer[offset + 4];
        StatusMessage message = new StatusMessage();
        message.ClockIsSet = PayloadHeader.ReadClockIsSet(buffer, offset);
        message.Sequence = PayloadHeader.ReadSequence(buffer, offset);
        message.Supply = buffer[offset + 3];
        message.ResetCause = flags & ResetCauseBits;
        message.DeployedModelRuns = (flags & DeployedFlag) != 0;
        message.ModelIsQuarantined = (flags & QuarantineFlag) != 0;
        message.SettingsAreDefaults = (flags & DefaultSettingsFlag) != 0;
        message.StorageFails = (flags & StorageFlag) != 0;
        message.MessagesWereLost = (flags & LossFlag) != 0;
        message.ModelFingerprint = (buffer[offset + 5] << 8) | buffer[offset + 6];
        message.ApplicationVersion = buffer[offset + 7];
        message.SettingsRevision = buffer[offset + 8];
        message.SoundLost = buffer[offset + 9];
        message.Waiting = buffer[offset + 10];
        return message;
    }
}
