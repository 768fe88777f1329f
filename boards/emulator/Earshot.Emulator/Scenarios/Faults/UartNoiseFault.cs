namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Bytes on serial lines change at random, in both directions.</summary>
/// <param name="port">The port; empty for all.</param>
/// <param name="rate">Probability for each byte, 0 to 1.</param>
/// <param name="random">Random numbers.</param>
internal sealed class UartNoiseFault(string port, double rate, Random random) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => Set(world, Disturb);

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => Set(world, null);

    private void Set(ScenarioWorld world, Action<byte[]>? noise)
    {
        foreach (var uart in world.Board.Uarts.Values.Where(uart => port.Length == 0 || uart.Port == port))
        {
            uart.Disturbance = noise;
        }
    }

    private void Disturb(byte[] bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            if (random.NextDouble() < rate)
            {
                bytes[index] ^= (byte)(1 << random.Next(8));
            }
        }
    }
}
