namespace Earshot.Audio.Wav;

/// <summary>How a WAV file stores a sample.</summary>
public enum WavEncoding
{
    /// <summary>Integers: 8 bits unsigned, 16, 24 or 32 bits signed.</summary>
    Integer = 1,

    /// <summary>IEEE 754 floating point of 32 or 64 bits, full scale ±1.</summary>
    Float = 3,
}
