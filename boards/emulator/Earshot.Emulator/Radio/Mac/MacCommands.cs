using System.Buffers.Binary;

namespace Earshot.Emulator.Radio;

/// <summary>The MAC commands that are modelled: LoRaWAN 1.0.3 §5. A reader stops at the first one that it does not know.</summary>
internal static class MacCommands
{
    /// <summary>LinkCheckReq and LinkCheckAns.</summary>
    public const byte LinkCheck = 0x02;

    /// <summary>LinkADRReq and LinkADRAns.</summary>
    public const byte LinkAdr = 0x03;

    /// <summary>DeviceTimeReq and DeviceTimeAns.</summary>
    public const byte DeviceTime = 0x0D;

    // GPS time is ahead of UTC by so many leap seconds since 2017 (IERS Bulletin C).
    private const int LeapSeconds = 18;

    private static readonly DateTime GpsEpoch = new(1980, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How many bytes follow a command; −1 for one that is not known.</summary>
    public static int ArgumentsOf(byte command, bool isUplink) => (command, isUplink) switch
    {
        (LinkCheck, true) or (DeviceTime, true) => 0,
        (LinkCheck, false) => 2,
        (LinkAdr, true) => 1,
        (LinkAdr, false) => 4,
        (DeviceTime, false) => 5,
        _ => -1,
    };

    public static byte[] DeviceTimeAnswer(DateTime utc)
    {
        var ticks = (utc - GpsEpoch).Ticks + (LeapSeconds * TimeSpan.TicksPerSecond);
        var answer = new byte[6];
        answer[0] = DeviceTime;
        BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(1), (uint)(ticks / TimeSpan.TicksPerSecond));
        answer[5] = (byte)(ticks % TimeSpan.TicksPerSecond * 256 / TimeSpan.TicksPerSecond);
        return answer;
    }

    public static DateTime ReadDeviceTime(ReadOnlySpan<byte> arguments) => GpsEpoch
        + TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32LittleEndian(arguments) - LeapSeconds)
        + TimeSpan.FromTicks(arguments[4] * TimeSpan.TicksPerSecond / 256);
}
