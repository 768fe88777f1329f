namespace Earshot.Emulator.Radio;

/// <summary>
/// A part of the 863–870 MHz band with its own duty cycle: ETSI EN 300 220-2 V3.2.1, annex B, bands K to P, as RP002-1.0.3 uses them.
/// </summary>
/// <param name="Name">For messages.</param>
/// <param name="From">Hertz.</param>
/// <param name="To">Hertz.</param>
/// <param name="DutyCycle">Share of an hour, 0 to 1.</param>
public sealed record SubBand(string Name, int From, int To, double DutyCycle)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SubBand> All { get; } =
    [
        new("863.0-865.0 MHz", 863_000_000, 865_000_000, 0.001),
        new("865.0-868.0 MHz", 865_000_000, 868_000_000, 0.01),
        new("868.0-868.6 MHz", 868_000_000, 868_600_000, 0.01),
        new("868.7-869.2 MHz", 868_700_000, 869_200_000, 0.001),
        new("869.4-869.65 MHz", 869_400_000, 869_650_000, 0.1),
        new("869.7-870.0 MHz", 869_700_000, 870_000_000, 0.01),
    ];

    /// <summary>The one that a frequency lies in.</summary>
    public static SubBand Of(int frequency) => All.First(band => frequency >= band.From && frequency < band.To);
}
