namespace Earshot.Native;

/// <summary>How the mel bands are spaced over frequency.</summary>
public enum MelScale
{
    /// <summary>mel = 2595 log10(1 + f / 700), after O'Shaughnessy (1987) and HTK.</summary>
    Htk,

    /// <summary>Linear to 1 kHz, logarithmic above, after Slaney's Auditory Toolbox (1998); librosa's default.</summary>
    Slaney,
}
