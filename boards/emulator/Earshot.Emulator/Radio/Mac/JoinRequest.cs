using System.Buffers.Binary;

namespace Earshot.Emulator.Radio;

/// <summary>A join request: LoRaWAN 1.0.3 §6.2.4.</summary>
internal readonly record struct JoinRequest(ulong JoinEui, ulong DevEui, ushort DevNonce)
{
    /// <summary>Bytes of the frame.</summary>
    public const int Length = 23;

    private const byte Header = 0x00;

    public byte[] Write(byte[] appKey)
    {
        var message = new byte[Length - FrameBytes.CodeLength];
        message[0] = Header;
        BinaryPrimitives.WriteUInt64LittleEndian(message.AsSpan(1), JoinEui);
        BinaryPrimitives.WriteUInt64LittleEndian(message.AsSpan(9), DevEui);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(17), DevNonce);
        return FrameBytes.Sign(appKey, message);
    }

    /// <summary>Reads a frame without checking its code, which needs the key of the device that it names.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out JoinRequest request)
    {
        request = default;
        if (frame.Length != Length || frame[0] != Header)
        {
            return false;
        }

        request = new JoinRequest(
            BinaryPrimitives.ReadUInt64LittleEndian(frame[1..]),
            BinaryPrimitives.ReadUInt64LittleEndian(frame[9..]),
            BinaryPrimitives.ReadUInt16LittleEndian(frame[17..]));
        return true;
    }
}
