using System.Buffers.Binary;

namespace Earshot.Emulator.Radio;

/// <summary>The keys of a session, derived as LoRaWAN 1.0.3 §6.2.5 says. They have no text.</summary>
internal sealed class SessionKeys
{
    /// <summary>Derives the keys of the session that a join has begun.</summary>
    /// <param name="appKey">16 bytes.</param>
    /// <param name="appNonce">24 bits from the join accept.</param>
    /// <param name="netId">24 bits from the join accept.</param>
    /// <param name="devNonce">From the join request.</param>
    public SessionKeys(byte[] appKey, int appNonce, int netId, ushort devNonce)
    {
        Network = Derive(appKey, 1, appNonce, netId, devNonce);
        Application = Derive(appKey, 2, appNonce, netId, devNonce);
    }

    /// <summary>Takes keys that are known.</summary>
    public SessionKeys(byte[] network, byte[] application)
    {
        Network = network;
        Application = application;
    }

    /// <summary>NwkSKey.</summary>
    public byte[] Network { get; }

    /// <summary>AppSKey.</summary>
    public byte[] Application { get; }

    private static byte[] Derive(byte[] appKey, byte use, int appNonce, int netId, ushort devNonce)
    {
        var block = new byte[16];
        block[0] = use;
        FrameBytes.Write24(block.AsSpan(1), appNonce);
        FrameBytes.Write24(block.AsSpan(4), netId);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(7), devNonce);
        return AesCmac.Encrypt(appKey, block);
    }
}
