using System.Buffers.Binary;

namespace Earshot.Emulator.Radio;

/// <summary>
/// A join accept: LoRaWAN 1.0.3 §6.2.5, with the list of five further channels that RP002-1.0.3 §2.2.5 has for EU868. It is
/// encrypted with the cipher's decryption, so that a device needs encryption only.
/// </summary>
internal sealed record JoinAccept(int AppNonce, int NetId, uint DevAddr, byte RxDelay, int[] Channels)
{
    /// <summary>Bytes of the frame.</summary>
    public const int Length = 33;

    private const byte Header = 0x20;
    private const int MostChannels = 5;

    public byte[] Write(byte[] appKey)
    {
        var message = new byte[Length - FrameBytes.CodeLength];
        message[0] = Header;
        FrameBytes.Write24(message.AsSpan(1), AppNonce);
        FrameBytes.Write24(message.AsSpan(4), NetId);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(7), DevAddr);
        message[12] = RxDelay;
        for (var index = 0; index < Channels.Length; index++)
        {
            FrameBytes.Write24(message.AsSpan(13 + (3 * index)), Channels[index] / 100);
        }

        return [Header, .. AesCmac.Decrypt(appKey, FrameBytes.Sign(appKey, message).AsSpan(1))];
    }

    /// <summary>Decrypts and checks a frame; null when it is not one for this key.</summary>
    public static JoinAccept? TryRead(byte[] appKey, ReadOnlySpan<byte> frame)
    {
        if (frame.Length != Length || frame[0] != Header)
        {
            return null;
        }

        byte[] message = [Header, .. AesCmac.Encrypt(appKey, frame[1..])];
        return !FrameBytes.IsSigned(appKey, message) ? null : new JoinAccept(
            FrameBytes.Read24(message.AsSpan(1)),
            FrameBytes.Read24(message.AsSpan(4)),
            BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(7)),
            message[12],
            [.. Enumerable.Range(0, MostChannels).Select(index => FrameBytes.Read24(message.AsSpan(13 + (3 * index))) * 100).Where(channel => channel > 0)]);
    }
}
