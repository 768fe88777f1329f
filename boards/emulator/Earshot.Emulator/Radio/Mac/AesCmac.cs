using System.Security.Cryptography;

namespace Earshot.Emulator.Radio;

/// <summary>AES-128 in the three uses that LoRaWAN has for it: CMAC (RFC 4493), one block, and counter mode by hand.</summary>
internal static class AesCmac
{
    private const int Block = 16;

    /// <summary>The message authentication code of RFC 4493: 16 bytes.</summary>
    public static byte[] Compute(byte[] key, ReadOnlySpan<byte> message)
    {
        using var aes = Create(key);
        var subkey = Double(aes.EncryptEcb(new byte[Block], PaddingMode.None));
        var blocks = Math.Max(1, (message.Length + Block - 1) / Block);
        var last = new byte[Block];
        var rest = message[((blocks - 1) * Block)..];
        rest.CopyTo(last);
        if (rest.Length < Block)
        {
            last[rest.Length] = 0x80;
            subkey = Double(subkey);
        }

        var state = new byte[Block];
        for (var block = 0; block < blocks - 1; block++)
        {
            state = aes.EncryptEcb(Xor(state, message.Slice(block * Block, Block)), PaddingMode.None);
        }

        return aes.EncryptEcb(Xor(Xor(state, last), subkey), PaddingMode.None);
    }

    /// <summary>Encrypts whole blocks independently.</summary>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> blocks)
    {
        using var aes = Create(key);
        return aes.EncryptEcb(blocks, PaddingMode.None);
    }

    /// <summary>Decrypts whole blocks independently.</summary>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> blocks)
    {
        using var aes = Create(key);
        return aes.DecryptEcb(blocks, PaddingMode.None);
    }

    private static Aes Create(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }

    private static byte[] Double(byte[] value)
    {
        var doubled = new byte[Block];
        for (var index = 0; index < Block; index++)
        {
            doubled[index] = (byte)((value[index] << 1) | (index + 1 < Block ? value[index + 1] >> 7 : 0));
        }

        if (value[0] >= 0x80)
        {
            doubled[Block - 1] ^= 0x87;
        }

        return doubled;
    }

    private static byte[] Xor(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var result = new byte[Block];
        for (var index = 0; index < Block; index++)
        {
            result[index] = (byte)(left[index] ^ right[index]);
        }

        return result;
    }
}
