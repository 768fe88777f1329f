namespace Earshot.Native;

/// <summary>What the front end makes of one clip.</summary>
/// <param name="Frames">Number of frames; 0 when the clip is shorter than one.</param>
/// <param name="Bands">Number of mel bands.</param>
/// <param name="Features">[frames][bands], normalised int8.</param>
/// <param name="LogMel">[frames][bands], log2 of band power in 1/256 before normalisation.</param>
/// <param name="Levels">[frames], A-weighted level in 1/256 dB; 0 is a full-scale sine of 1 kHz.</param>
public sealed record FeatureFrames(int Frames, int Bands, sbyte[] Features, short[] LogMel, int[] Levels)
{
    /// <summary>The level of digital silence, −128 dB.</summary>
    public const int SilenceLevel = -128 * 256;
}
