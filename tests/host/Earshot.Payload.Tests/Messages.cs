namespace Earshot.Payload.Tests;

/// <summary>Reads a payload and writes it again, as the board does with what it merges.</summary>
internal static class Messages
{
    public static byte[]? Rewrite(byte[] bytes)
    {
        var written = new byte[PayloadHeader.PayloadLength];
        switch ((PayloadKind)((bytes[0] >> 1) & 7))
        {
            case PayloadKind.Event:
                EventPayload.Write(EventPayload.Read(bytes, 0, bytes.Length), written, 0);
                return written;
            case PayloadKind.Levels:
                LevelsMessage.Read(bytes, 0, bytes.Length).Write(written, 0);
                return written;
            case PayloadKind.Classes:
                ClassesMessage.Read(bytes, 0, bytes.Length).Write(written, 0);
                return written;
            case PayloadKind.Status:
                StatusMessage.Read(bytes, 0, bytes.Length).Write(written, 0);
                return written;
            case PayloadKind.Settings:
                SettingsMessage.Read(bytes, 0, bytes.Length).Write(written, 0);
                return written;
            case PayloadKind.Microphone:
                MicrophoneMessage.Read(bytes, 0, bytes.Length).Write(written, 0);
                return written;
            default:
                return null;
        }
    }
}
