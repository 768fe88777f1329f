using Earshot.Numerics;

namespace Earshot.Emulator.Radio;

/// <summary>
/// Chance that depends on what it is drawn for and on nothing else: neither on the order of draws nor on other devices. So a
/// fleet's threads may ask in any order and get the same answers.
/// </summary>
internal static class SeededDraw
{
    /// <summary>64 well mixed bits (splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    public static ulong Bits(ulong seed, ulong subject, ulong number)
    {
        var state = Mix(Mix(seed) ^ subject) ^ number;
        return Mix(state);
    }

    /// <summary>0 to 1, 1 excluded.</summary>
    public static double Unit(ulong seed, ulong subject, ulong number) => (Bits(seed, subject, number) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A normally distributed number with mean 0 and deviation 1 (Box and Muller).</summary>
    public static double Normal(ulong seed, ulong subject, ulong number)
    {
        var radius = Math.Sqrt(-2 * PortableMath.Log(1 - Unit(seed, subject, number)));
        return radius * PortableMath.Cos(2 * Math.PI * Unit(seed ^ 0x5851F42D4C957F2D, subject, number));
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
