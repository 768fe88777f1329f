namespace Earshot.Training.Features;

/// <summary>The features of one clip, as the C front end computed them.</summary>
/// <param name="Name">The clip's file, or a name that is unique in its set.</param>
/// <param name="Label">The index of its class.</param>
/// <param name="Fold">Its fold.</param>
/// <param name="Values">int8 [frames][bands], oldest frame first.</param>
/// <param name="Levels">The A-weighted level of each frame in 1/256 dB, where 0 is a full-scale sine of 1 kHz.</param>
public sealed record FeatureClip(string Name, int Label, int Fold, sbyte[] Values, int[] Levels)
{
    /// <summary>The number of frames.</summary>
    public int Frames => Levels.Length;
}
