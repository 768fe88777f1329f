namespace Earshot.Audio;

/// <summary>The sample rates that this library takes.</summary>
public static class SampleRates
{
    /// <summary>The rate that the microphone and the models work at, in Hz.</summary>
    public const int Model = 16_000;

    /// <summary>The lowest accepted rate, in Hz.</summary>
    public const int Lowest = 1_000;

    /// <summary>The highest accepted rate, in Hz.</summary>
    public const int Highest = 768_000;

    /// <summary>Whether <paramref name="rate"/> (Hz) lies in the accepted range.</summary>
    public static bool Accepts(long rate) => rate is >= Lowest and <= Highest;
}
