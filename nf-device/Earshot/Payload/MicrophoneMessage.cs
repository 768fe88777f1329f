// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>What the microphone was like since the message before of this kind: whether it is alive, its noise, its losses.</summary>
public sealed class MicrophoneMessage
{
    private const int HalfRange = 32768;
    private const int RatioMiddle = 128;
    private const int SilentFlag = 1;
    private const int ToneFlag = 2;
    private const int HeardFlag = 4;
    private const int ToneFlags = ToneFlag | HeardFlag;

    /// <summary>Number of the message, 0 to 65535.</summary>
    public int Sequence { get; set; }

    /// <summary>Whether the node knows the time.</summary>
    public bool ClockIsSet { get; set; }

    /// <summary>The bias beside the middle of the converter's range, in 1/32768 of half of it, −32768 to 32767.</summary>
    public int Offset { get; set; }

    /// <summary>
    /// Level of the quietest second in half decibels of sound pressure level, without weighting of frequencies, 0 to 255: the
    /// microphone's self-noise is not above it.
    /// </summary>
    public int Quietest { get; set; }

    /// <summary>Of a million samples, those that met the end of the scale, as a <see cref="CompactNumber"/>.</summary>
    public int Clipped { get; set; }

    /// <summary>Milliseconds of sound that were lost because the ring was full, as a <see cref="CompactNumber"/>.</summary>
    public int Lost { get; set; }

    /// <summary>Whether nothing ever moved the line: the capsule, its supply or a wire is dead.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether the node has listened for a tone; what follows says nothing otherwise.</summary>
    public bool HasTone { get; set; }

    /// <summary>Whether the tone was heard.</summary>
    public bool ToneIsHeard { get; set; }

    /// <summary>Level of the tone in half decibels of sound pressure level, 0 to 255.</summary>
    public int ToneLevel { get; set; }

    /// <summary>The tone to everything else in decibels, −128 to 127.</summary>
    public int ToneRatio { get; set; }

    /// <summary>Writes the message's 11 bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Write(byte[] buffer, int offset)
    {
        PayloadHeader.Require(Offset + HalfRange, 65535);
        PayloadHeader.Require(Quietest, 255);
        PayloadHeader.Require(Clipped, 255);
        PayloadHeader.Require(Lost, 255);
        PayloadHeader.Require(ToneLevel, 255);
        PayloadHeader.Require(ToneRatio + RatioMiddle, 255);
        PayloadHeader.Write(PayloadKind.Microphone, ClockIsSet, Sequence, buffer, offset);
        buffer[offset + 3] = (byte)((Offset + HalfRange) >> 8);
        buffer[offset + 4] = (byte)(Offset + HalfRange);
        buffer[offset + 5] = (byte)Quietest;
        buffer[offset + 6] = (byte)Clipped;
        buffer[offset + 7] = (byte)Lost;
        buffer[offset + 8] = (byte)((IsSilent ? SilentFlag : 0) | (HasTone ? ToneFlag : 0) | (HasTone && ToneIsHeard ? HeardFlag : 0));
        buffer[offset + 9] = HasTone ? (byte)ToneLevel : (byte)0;
        buffer[offset + 10] = HasTone ? (byte)(ToneRatio + RatioMiddle) : (byte)0;
    }

    /// <summary>Reads a message; null when the bytes are not one that this source knows.</summary>
    public static MicrophoneMessage Read(byte[] buffer, int offset, int length)
    {
        if (!PayloadHeader.Matches(PayloadKind.Microphone, buffer, offset, length))
        {
            return null;
        }

        int flags = buffer[offset + 8];
        MicrophoneMessage message = new MicrophoneMessage();
        message.ClockIsSet = PayloadHeader.ReadClockIsSet(buffer, offset);
        message.Sequence = PayloadHeader.ReadSequence(buffer, offset);
        message.Offset = ((buffer[offset + 3] << 8) | buffer[offset + 4]) - HalfRange;
        message.Quietest = buffer[offset + 5];
        message.Clipped = buffer[offset + 6];
        message.Lost = buffer[offset + 7];
        message.IsSilent = (flags & SilentFlag) != 0;
        message.HasTone = (flags & ToneFlag) != 0;
        if (message.HasTone)
        {
            message.ToneIsHeard = (flags & HeardFlag) != 0;
            message.ToneLevel = buffer[offset + 9];
            message.ToneRatio = buffer[offset + 10] - RatioMiddle;
        }

        return message;
    }

    /// <summary>
    /// Merges an earlier payload of this kind into a later one: the bias as it is now, the quietest second, the larger share of clipped
    /// samples, all that was lost, the last tone. It makes no objects, because queues merge when memory is scarce.
    /// </summary>
    public static void Merge(byte[] earlier, int earlierOffset, byte[] later, int offset)
    {
        later[offset + 5] = earlier[earlierOffset + 5] < later[offset + 5] ? earlier[earlierOffset + 5] : later[offset + 5];
        later[offset + 6] = earlier[earlierOffset + 6] > later[offset + 6] ? earlier[earlierOffset + 6] : later[offset + 6];
        later[offset + 7] = (byte)CompactNumber.Encode(CompactNumber.Decode(earlier[earlierOffset + 7]) + CompactNumber.Decode(later[offset + 7]));
        int flags = later[offset + 8];
        if ((earlier[earlierOffset + 8] & SilentFlag) == 0)
        {
            flags &= ~SilentFlag;
        }

        if ((flags & ToneFlag) == 0)
        {
            flags |= earlier[earlierOffset + 8] & ToneFlags;
            later[offset + 9] = earlier[earlierOffset + 9];
            later[offset + 10] = earlier[earlierOffset + 10];
        }

        later[offset + 8] = (byte)flags;
    }
}
