namespace Earshot;

/// <summary>Levels as payloads have them.</summary>
public static class SoundLevel
{
    /// <summary>Sound pressure level in half decibels, 0 to 255.</summary>
    /// <param name="level">In 1/256 dB of a full-scale sine.</param>
    /// <param name="fullScaleLevel">Sound pressure level of a full-scale sine in dB.</param>
    public static int ToHalfDecibels(int level, int fullScaleLevel)
    {
        int value = (level + (fullScaleLevel << 8) + 64) >> 7;
        return value < 0 ? 0 : value > 255 ? 255 : value;
    }
}
