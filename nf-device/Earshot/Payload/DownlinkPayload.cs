// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>
/// Downlinks as bytes: where each value lies, and the check that every one must pass before anything of it is used.
/// LoRaWAN has made sure of who sent it.
/// </summary>
public static class DownlinkPayload
{
    /// <summary>The version this source knows.</summary>
    public const int Version = 1;

    /// <summary>The label of a threshold downlink that is for all classes.</summary>
    public const int AllClasses = 255;

    /// <summary>The longest window and the longest cycle of a schedule, in seconds.</summary>
    public const int LongestCycle = 43200;

    /// <summary>Quarters of an hour in a day.</summary>
    public const int QuartersOfADay = 96;

    /// <summary>The largest shortest duration of an event: 10 s, which is as long as events may be.</summary>
    private const int LargestMinimumDuration = 100;

    /// <summary>The kind of a downlink that has passed <see cref="Check"/>.</summary>
    public static DownlinkKind ReadKind(byte[] bytes) => (DownlinkKind)((bytes[0] >> 1) & 7);

    /// <summary>The revision of a downlink that has passed <see cref="Check"/>: the sender's number for the change.</summary>
    public static int ReadRevision(byte[] bytes) => bytes[1];

    /// <summary>Two bytes as a number.</summary>
    public static int ReadPair(byte[] bytes, int offset) => (bytes[offset] << 8) | bytes[offset + 1];

    /// <summary>Checks everything that can be checked without the model.</summary>
    /// <param name="bytes">The downlink, which may be anything.</param>
    /// <param name="length">How many bytes of it count.</param>
    /// <param name="refused">Where the byte is that is out of range; 0 when that is not the reason.</param>
    /// <returns><see cref="DownlinkResult.Applied"/> when it may be applied, else the reason why not.</returns>
    public static DownlinkResult Check(byte[] bytes, int length, out int refused)
    {
        refused = 0;
        if (length < 2)
        {
            return DownlinkResult.WrongLength;
        }

        if (bytes[0] >> 4 != Version)
        {
            return DownlinkResult.UnknownVersion;
        }

        DownlinkKind kind = ReadKind(bytes);
        if (kind > DownlinkKind.Command || (bytes[0] & 1) != 0)
        {
            return DownlinkResult.UnknownKind;
        }

        if (length != Length(kind))
        {
            return DownlinkResult.WrongLength;
        }

        refused = FindRefused(kind, bytes);
        return refused == 0 ? DownlinkResult.Applied : DownlinkResult.OutOfRange;
    }

    /// <summary>Bytes of a downlink.</summary>
    public static int Length(DownlinkKind kind)
    {
        switch (kind)
        {
            case DownlinkKind.Thresholds: return 7;
            case DownlinkKind.Detection: return 8;
            case DownlinkKind.Schedule: return 11;
            default: return 3;
        }
    }

    private static int FindRefused(DownlinkKind kind, byte[] bytes)
    {
        switch (kind)
        {
            case DownlinkKind.Thresholds:
                return bytes[4] > bytes[3] || (bytes[4] == 0 && bytes[3] != 0) ? 4 : bytes[5] > LargestMinimumDuration ? 5 : 0;
            case DownlinkKind.Detection:
                return bytes[2] > 15 ? 2 : bytes[4] == 0 || bytes[4] > 100 ? 4 : bytes[5] == 0 || bytes[5] > 100 ? 5
                    : bytes[6] == 0 || bytes[6] > 60 ? 6 : bytes[7] < 10 || bytes[7] > 120 ? 7 : 0;
            case DownlinkKind.Schedule:
                int window = ReadPair(bytes, 2);
                int cycle = ReadPair(bytes, 4);
                return window > LongestCycle ? 2
                    : cycle > LongestCycle || cycle < window || (window == 0 && cycle != 0) ? 4
                    : bytes[6] >= QuartersOfADay ? 6
                    : bytes[7] >= QuartersOfADay ? 7 : 0;
            default:
                return bytes[2] < (int)NodeCommand.SendStatus || bytes[2] > (int)NodeCommand.CheckMicrophone ? 2 : 0;
        }
    }
}
