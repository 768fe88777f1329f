namespace Earshot.Emulator.Radio;

/// <summary>What a modem draws from 3.3 V, by state, in ampere.</summary>
/// <param name="Sleep">Asleep, its clock running.</param>
/// <param name="Idle">Awake, radio off.</param>
/// <param name="Receive">The receiver on.</param>
/// <param name="Transmit">By power step: 14 dBm, then 2 dB less each.</param>
public sealed record ModemPower(double Sleep, double Idle, double Receive, IReadOnlyList<double> Transmit)
{
    // Measured of a LoRa-E5 with its factory firmware at 868 MHz; the poster found the same in a RAK3172: both use the high-power
    // amplifier. forum.seeedstudio.com/t/260126, column "ST firmware", LoRaWAN power 0 to 5.
    private static readonly double[] TransmitCurrents = [0.086, 0.077, 0.070, 0.063, 0.059, 0.052];

    /// <summary>
    /// Sleep 1.69 µA and receive 5.22 mA: RAK3172 WisDuo LoRaWAN Module Datasheet, electrical characteristics. Idle: RUI3 shows
    /// 8.42 mA in receive (forum.rakwireless.com/t/7754), so its processor takes the difference.
    /// </summary>
    public static ModemPower Rak3172 { get; } = new(1.69e-6, 0.0032, 0.00842, TransmitCurrents);

    /// <summary>
    /// Sleep 2.1 µA and receive 6.7 mA: Seeed LoRa-E5 STM32WLE5JC Module datasheet V1.0, table of module specifications. Idle: the
    /// same chip at the same clock as the RAK3172's.
    /// </summary>
    public static ModemPower LoRaE5 { get; } = new(2.1e-6, 0.0032, 0.0067, TransmitCurrents);

    /// <summary>The current of a state.</summary>
    public double Of(ModemState state, int powerIndex) => state switch
    {
        ModemState.Off => 0,
        ModemState.Sleep => Sleep,
        ModemState.Idle => Idle,
        ModemState.Receive => Receive,
        _ => Transmit[Math.Min(powerIndex, Transmit.Count - 1)],
    };
}
