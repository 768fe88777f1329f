using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Bytes on serial lines change at random, in both directions.</summary>
/// <param name="port">The port; empty for all.</param>
/// <param name="rate">Probability for each byte, 0 to 1.</param>
/// <param name="seed">Seed of the noise.</param>
internal sealed class UartNoiseFault(string port, double rate, int seed) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => Set(world, new UartNoise(seed) { ChangedBytes = rate });

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => Set(world, null);

    private void Set(ScenarioWorld world, UartNoise? noise)
    {
        foreach (var uart in world.Board.Uarts.Values.Where(uart => port.Length == 0 || uart.Port == port))
        {
            uart.Noise = noise;
        }
    }
}
