namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Random of the class library; without a seed it draws one from the board's entropy.</summary>
[Replaces("System.Random")]
public class DeviceRandom
{
    private readonly Random _random;

    /// <summary>Seeds from the board's entropy.</summary>
    public DeviceRandom()
        : this(EmulatedBoard.Current.Entropy.Next())
    {
    }

    /// <summary>Seeds explicitly. The sequence is .NET's, not the firmware's.</summary>
    public DeviceRandom(int seed) => _random = new Random(seed);

    /// <summary>A number from 0.</summary>
    public virtual int Next() => _random.Next();

    /// <summary>A number from 0 to below <paramref name="maxValue"/>.</summary>
    public virtual int Next(int maxValue) => _random.Next(maxValue);

    /// <summary>A number from 0 to below 1.</summary>
    public virtual double NextDouble() => _random.NextDouble();

    /// <summary>Fills an array.</summary>
    public virtual void NextBytes(byte[] buffer) => _random.NextBytes(buffer);
}
