namespace Earshot;

/// <summary>
/// Equivalent continuous level (LAeq): the level of a steady sound with the same energy. Works without logarithms from
/// System.Math, which firmware with single precision only does not have.
/// </summary>
public sealed class LevelAverage
{
    /// <summary>The level of silence, in 1/256 dB.</summary>
    public const int Floor = -32768;

    // 1/256 dB in an octave of power: 10 * log10(2) * 256.
    private const float StepsPerOctave = 770.6368f;

    // 2^(i/16) for i = 0 to 16.
    private static readonly float[] Fractions =
    {
        1f, 1.0442738f, 1.0905077f, 1.1387886f, 1.1892071f, 1.2418578f, 1.2968396f, 1.3542555f, 1.4142135f,
        1.4768262f, 1.5422108f, 1.6104903f, 1.6817929f, 1.7562522f, 1.8340081f, 1.9152066f, 2f,
    };

    private float _power;
    private int _hops;

    /// <summary>The level over everything added, in 1/256 dB; <see cref="Floor"/> when nothing was.</summary>
    public int Level => _hops == 0 || _power <= 0f ? Floor : Logarithm(_power / _hops);

    /// <summary>Adds one hop.</summary>
    /// <param name="level">Its level in 1/256 dB.</param>
    public void Add(int level)
    {
        Add(level, 1);
    }

    /// <summary>Adds so many hops of one level, in 1/256 dB.</summary>
    public void Add(int level, int hops)
    {
        _hops += hops;
        if (level > Floor)
        {
            _power += Power(level) * hops;
        }
    }

    /// <summary>Takes over what another average has added.</summary>
    public void CopyFrom(LevelAverage other)
    {
        _power = other._power;
        _hops = other._hops;
    }

    /// <summary>Takes out what was added up to the moment at which <paramref name="earlier"/> was copied from this one.</summary>
    public void Subtract(LevelAverage earlier)
    {
        _power -= earlier._power;
        _hops -= earlier._hops;
    }

    /// <summary>Starts again.</summary>
    public void Reset()
    {
        _power = 0f;
        _hops = 0;
    }

    /// <summary>The level of a power, in 1/256 dB of a full-scale sine, whose power is 1; <see cref="Floor"/> for none.</summary>
    public static int FromPower(float power) => power <= 0f ? Floor : Logarithm(power);

    private static float Power(int level)
    {
        float octaves = level / StepsPerOctave;
        int whole = (int)octaves;
        if (whole > octaves)
        {
            whole--;
        }

        float sixteenths = (octaves - whole) * 16f;
        int index = (int)sixteenths;
        float power = Fractions[index] + ((Fractions[index + 1] - Fractions[index]) * (sixteenths - index));
        for (; whole > 0; whole--)
        {
            power *= 2f;
        }

        for (; whole < 0; whole++)
        {
            power *= 0.5f;
        }

        return power;
    }

    private static int Logarithm(float power)
    {
        int whole = 0;
        while (power >= 2f)
        {
            power *= 0.5f;
            whole++;
        }

        while (power < 1f)
        {
            power *= 2f;
            whole--;
        }

        int index = 0;
        while (Fractions[index + 1] <= power)
        {
            index++;
        }

        float fraction = (power - Fractions[index]) / (Fractions[index + 1] - Fractions[index]);
        float steps = (whole + ((index + fraction) / 16f)) * StepsPerOctave;
        return (int)(steps < 0f ? steps - 0.5f : steps + 0.5f);
    }
}
