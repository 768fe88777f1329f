using System.Buffers.Binary;

namespace Earshot.Emulator.Radio;

/// <summary>A data frame of LoRaWAN 1.0.3 §4: header, options, port, encrypted payload, message integrity code.</summary>
internal sealed record DataFrame
{
    /// <summary>Whether it goes to the network.</summary>
    public required bool IsUplink { get; init; }

    /// <summary>Whether it asks to be acknowledged.</summary>
    public bool IsConfirmed { get; init; }

    public required uint DevAddr { get; init; }

    /// <summary>The whole counter; 16 bits of it are in the frame.</summary>
    public required uint Counter { get; init; }

    /// <summary>ADR: the network chooses the data rate.</summary>
    public bool IsAdaptive { get; init; }

    /// <summary>ADRACKReq: the device asks for a sign of life.</summary>
    public bool AsksForSign { get; init; }

    /// <summary>ACK: the last confirmed frame of the other side has arrived.</summary>
    public bool Acknowledges { get; init; }

    /// <summary>FPending: more is waiting.</summary>
    public bool HasMore { get; init; }

    /// <summary>MAC commands, at most 15 bytes.</summary>
    public byte[] Options { get; init; } = [];

    /// <summary>1 to 223; −1 for a frame without a payload.</summary>
    public int Port { get; init; } = -1;

    /// <summary>In the clear.</summary>
    public byte[] Payload { get; init; } = [];

    /// <summary>The device address that a frame names; null for what is no data frame of that direction.</summary>
    public static uint? AddressOf(ReadOnlySpan<byte> frame, bool isUplink) =>
        frame.Length >= 12 && IsHeader(frame[0], isUplink) ? BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]) : null;

    /// <summary>Encrypts, signs and lays it out.</summary>
    public byte[] Write(SessionKeys keys)
    {
        var type = (IsUplink, IsConfirmed) switch
        {
            (true, false) => 0x40,
            (false, false) => 0x60,
            (true, true) => 0x80,
            (false, true) => 0xA0,
        };
        var control = Options.Length
            | (IsAdaptive ? 0x80 : 0)
            | (IsUplink && AsksForSign ? 0x40 : 0)
            | (Acknowledges ? 0x20 : 0)
            | (!IsUplink && HasMore ? 0x10 : 0);
        var header = new byte[8];
        header[0] = (byte)type;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(1), DevAddr);
        header[5] = (byte)control;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), (ushort)Counter);
        byte[] message = Port < 0 ? [.. header, .. Options] : [.. header, .. Options, (byte)Port, .. Crypt(keys, Payload)];
        return FrameBytes.Sign(keys.Network, message, Prefix(message.Length));
    }

    /// <summary>Checks and decrypts a frame.</summary>
    /// <param name="keys">The session's.</param>
    /// <param name="frame">The bytes on the air.</param>
    /// <param name="isUplink">The direction to accept.</param>
    /// <param name="next">The least counter that is new; the frame's is the first at or after it with those 16 bits.</param>
    public static DataFrame? TryRead(SessionKeys keys, ReadOnlySpan<byte> frame, bool isUplink, uint next)
    {
        if (frame.Length < 12 || !IsHeader(frame[0], isUplink))
        {
            return null;
        }

        var options = frame[5] & 15;
        var port = 8 + options;
        if (port > frame.Length - FrameBytes.CodeLength)
        {
            return null;
        }

        var counter = BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]);
        var read = new DataFrame
        {
            IsUplink = isUplink,
            IsConfirmed = frame[0] is 0x80 or 0xA0,
            DevAddr = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]),
            Counter = next + (ushort)(counter - (ushort)next),
            IsAdaptive = (frame[5] & 0x80) != 0,
            AsksForSign = isUplink && (frame[5] & 0x40) != 0,
            Acknowledges = (frame[5] & 0x20) != 0,
            HasMore = !isUplink && (frame[5] & 0x10) != 0,
            Options = frame.Slice(8, options).ToArray(),
            Port = port < frame.Length - FrameBytes.CodeLength ? frame[port] : -1,
        };
        if (!FrameBytes.IsSigned(keys.Network, frame, read.Prefix(frame.Length - FrameBytes.CodeLength)))
        {
            return null;
        }

        return read.Port < 0 ? read : read with { Payload = read.Crypt(keys, frame[(port + 1)..^FrameBytes.CodeLength]) };
    }

    private static bool IsHeader(byte header, bool isUplink) => isUplink ? header is 0x40 or 0x80 : header is 0x60 or 0xA0;

    // Block B0 of §4.4.
    private byte[] Prefix(int length)
    {
        var block = Block(0x49, 0);
        block[15] = (byte)length;
        return block;
    }

    // §4.3.3: the payload combined with a key stream made of blocks A1, A2, …
    private byte[] Crypt(SessionKeys keys, ReadOnlySpan<byte> payload)
    {
        var blocks = (payload.Length + 15) / 16;
        var counters = new byte[blocks * 16];
        for (var index = 0; index < blocks; index++)
        {
            Block(0x01, (byte)(index + 1)).CopyTo(counters.AsSpan(index * 16));
        }

        var stream = AesCmac.Encrypt(Port == 0 ? keys.Network : keys.Application, counters);
        var result = payload.ToArray();
        for (var index = 0; index < result.Length; index++)
        {
            result[index] ^= stream[index];
        }

        return result;
    }

    private byte[] Block(byte first, byte last)
    {
        var block = new byte[16];
        block[0] = first;
        block[5] = (byte)(IsUplink ? 0 : 1);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(6), DevAddr);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(10), Counter);
        block[15] = last;
        return block;
    }
}
