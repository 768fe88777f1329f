namespace Earshot.Native;

/// <summary>What the features of a frame are; the values are those of the C module and the pack.</summary>
public enum FrontEndKind
{
    /// <summary>Normalised log2 mel bands.</summary>
    LogMel = 1,

    /// <summary>
    /// The newest hop of samples, each as its sign and the mu-law code (ITU-T G.711) of its upper 14 bits: what networks take
    /// that hear raw sound.
    /// </summary>
    Samples = 2,
}
