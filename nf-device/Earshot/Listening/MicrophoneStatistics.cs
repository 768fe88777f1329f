namespace Earshot;

/// <summary>
/// What the microphone gave over a stretch of time, to tell a good one from one that is dead, disconnected or too loud.
/// <see cref="DmaMicrophone.TryReadStatistics"/> fills it; one object may be filled again and again.
/// </summary>
public sealed class MicrophoneStatistics
{
    /// <summary>
    /// A swing up to which the line counts as silent, in units of the 16-bit samples: four steps of a converter of 12 bits. A line that
    /// nothing moves does not swing further; a working microphone in a street does within a second.
    /// </summary>
    public const int SilentSwing = 64;

    /// <summary>Samples that the rest is of.</summary>
    public int Samples { get; private set; }

    /// <summary>Samples that met the end of the scale; sound is too loud, or the gain too high, when there are more than a few.</summary>
    public int Clipped { get; private set; }

    /// <summary>The lowest sample, −32768 to 32767.</summary>
    public int Minimum { get; private set; }

    /// <summary>The highest sample, −32768 to 32767.</summary>
    public int Maximum { get; private set; }

    /// <summary>The bias beside the middle of the converter's range, in 1/32768 of half of it. It is removed from the samples.</summary>
    public int Offset { get; private set; }

    /// <summary>Level without weighting of frequencies, in 1/256 dB of a full-scale sine; <see cref="LevelAverage.Floor"/> for none.</summary>
    public int Level { get; private set; }

    /// <summary>Whether nothing moves the line: the capsule, its supply or a wire is dead.</summary>
    public bool IsSilent => Maximum - Minimum <= SilentSwing;

    internal void Set(int[] fields)
    {
        const float FullScaleSine = 32768f * 32768f / 2f;
        Samples = fields[0];
        Clipped = fields[1];
        Minimum = fields[2];
        Maximum = fields[3];
        Offset = fields[4];
        Level = LevelAverage.FromPower(fields[5] / FullScaleSine);
    }
}
