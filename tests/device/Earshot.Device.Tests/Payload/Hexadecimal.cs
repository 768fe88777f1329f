namespace Earshot.Device.Tests.Payload;

/// <summary>Bytes from text.</summary>
internal static class Hexadecimal
{
    public static byte[] Parse(string text)
    {
        byte[] bytes = new byte[text.Length / 2];
        for (int index = 0; index < text.Length; index++)
        {
            bytes[index / 2] = (byte)((bytes[index / 2] << 4) | "0123456789ABCDEF".IndexOf(text[index]));
        }

        return bytes;
    }
}
