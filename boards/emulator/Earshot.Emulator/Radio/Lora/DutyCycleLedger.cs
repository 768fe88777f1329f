using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <summary>
/// Keeps the duty cycle of each sub-band as the modems' stack does: after a transmission of length t the band is closed for
/// t / duty cycle − t (LoRaWAN Regional Parameters 1.0.2, §2.1: "T_off").
/// </summary>
public sealed class DutyCycleLedger
{
    private readonly Dictionary<SubBand, long> _closedUntil = [];
    private readonly List<(SubBand Band, long Start, long Length)> _used = [];

    /// <summary>How often something was transmitted.</summary>
    public int Transmissions => _used.Count;

    /// <summary>How long, all in all.</summary>
    public TimeSpan Airtime => VirtualTime.ToTimeSpan(_used.Sum(use => use.Length));

    /// <summary>When a band may be used again, in nanoseconds of virtual time.</summary>
    public long FreeAt(SubBand band) => _closedUntil.GetValueOrDefault(band);

    /// <summary>Books a transmission.</summary>
    /// <param name="band">Where it is.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="length">Nanoseconds on the air.</param>
    public void Book(SubBand band, long start, long length)
    {
        _used.Add((band, start, length));
        _closedUntil[band] = start + (long)(length / band.DutyCycle);
    }

    /// <summary>The highest share that a band was used in any hour, 0 to 1.</summary>
    public double HighestShare(SubBand band)
    {
        const long Hour = 3600 * VirtualTime.Second;
        var uses = _used.Where(use => use.Band == band).ToList();
        return uses.Select(first => uses.Where(use => use.Start >= first.Start && use.Start < first.Start + Hour).Sum(use => use.Length))
            .DefaultIfEmpty(0).Max() / (double)Hour;
    }
}
