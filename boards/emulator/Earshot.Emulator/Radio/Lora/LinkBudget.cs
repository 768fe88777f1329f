namespace Earshot.Emulator.Radio;

/// <summary>How well a device is heard.</summary>
/// <param name="PathLoss">Decibels between the antennas, their gains included. 120 dB is some hundred metres in a town.</param>
/// <param name="Fading">Standard deviation of the loss from frame to frame, in dB.</param>
public sealed record LinkBudget(double PathLoss = 120, double Fading = 0)
{
    /// <summary>Thermal noise in 125 kHz and 6 dB of receiver noise: −174 + 10 log10(125 000) + 6, in dBm (AN1200.13 §3).</summary>
    public const double NoiseFloor = -117;

    /// <summary>Signal-to-noise ratio of a frame in dB.</summary>
    /// <param name="power">Power of the transmitter in dBm.</param>
    /// <param name="deviation">How far the loss deviates, in standard deviations.</param>
    public double SnrOf(double power, double deviation) => RssiOf(power, deviation) - NoiseFloor;

    /// <summary>Power at the receiver in dBm.</summary>
    public double RssiOf(double power, double deviation) => power - PathLoss + (Fading * deviation);
}
