namespace Earshot.Native.Tests;

/// <summary>Sounds made by formula.</summary>
internal static class Sounds
{
    public static short[] Sine(double hertz, double amplitude, int samples, int rate = 16000) =>
        [.. Enumerable.Range(0, samples).Select(i => (short)Math.Round(amplitude * Math.Sin(2 * Math.PI * hertz * i / rate)))];

    public static short[] Noise(int amplitude, int samples, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => (short)random.Next(-amplitude, amplitude + 1))];
    }
}
