namespace Earshot.Native;

/// <summary>From frequency to mel and back.</summary>
internal static class MelScaleConversion
{
    // Slaney: 200/3 Hz a mel up to 1 kHz, then 27 mels for each factor of 6.4.
    private const double LinearHertz = 200.0 / 3;
    private const double BreakHertz = 1000;
    private const double BreakMel = BreakHertz / LinearHertz;
    private static readonly double LogarithmicStep = Math.Log(6.4) / 27;

    public static double FromHertz(this MelScale scale, double hertz) => scale switch
    {
        MelScale.Htk => 2595 * Math.Log10(1 + hertz / 700),
        _ => hertz < BreakHertz ? hertz / LinearHertz : BreakMel + Math.Log(hertz / BreakHertz) / LogarithmicStep,
    };

    public static double ToHertz(this MelScale scale, double mel) => scale switch
    {
        MelScale.Htk => 700 * (Math.Pow(10, mel / 2595) - 1),
        _ => mel < BreakMel ? mel * LinearHertz : BreakHertz * Math.Exp((mel - BreakMel) * LogarithmicStep),
    };
}
