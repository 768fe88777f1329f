using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests.Radio;

/// <summary>Time on the air, duty cycle, collisions, links.</summary>
public sealed class AirTests
{
    // Milliseconds by Semtech's LoRa Calculator, explicit header, CRC, CR 4/5, 125 kHz, 8 preamble symbols.
    [Theory]
    [InlineData(5, 23, 61.696)]
    [InlineData(5, 24, 61.696)]
    [InlineData(3, 24, 205.824)]
    [InlineData(0, 23, 1482.752)]
    [InlineData(0, 64, 2793.472)]
    public void AFrameTakesItsTime(int dataRate, int bytes, double milliseconds) =>
        Assert.Equal(milliseconds, LoraDataRate.All[dataRate].Airtime(bytes, hasCrc: true) / 1e6, 3);

    [Fact]
    public void ABandIsClosedAfterItsUse()
    {
        var ledger = new DutyCycleLedger();
        var band = SubBand.Of(868_100_000);
        ledger.Book(band, 0, 36 * VirtualTime.Second);
        Assert.Equal(3600 * VirtualTime.Second, ledger.FreeAt(band));
        Assert.Equal(0, ledger.FreeAt(SubBand.Of(867_100_000)));
        Assert.Equal(0.01, ledger.HighestShare(band), 6);
    }

    [Fact]
    public void OfTwoThatOverlapTheMuchStrongerIsHeard()
    {
        Assert.Equal((0, 2), Collide(110, 112));
        Assert.Equal((1, 1), Collide(110, 120));
        Assert.Equal((2, 0), Collide(110, 112, frequency: 868_300_000));
        Assert.Equal((2, 0), Collide(110, 112, dataRate: 4));
        Assert.Equal((2, 0), Collide(110, 112, delay: 100));
    }

    [Fact]
    public void AFrameThatIsTooWeakIsLost()
    {
        var gateway = new LoRaWanGateway();
        gateway.Add(RadioBench.DevEui, RadioBench.JoinEui, RadioBench.AppKey, new LinkBudget(140));
        // 14 − 140 + 117 = −9 dB: too little for DR5 (−7.5 dB), enough for DR4 (−10 dB).
        gateway.Hear(Send(gateway, RadioBench.DevEui, 868_100_000, 5, 0), 0);
        Assert.Empty(gateway.Joins);
        gateway.Hear(Send(gateway, RadioBench.DevEui, 868_100_000, 4, 1000), 0);
        Assert.Single(gateway.Joins);
        Assert.Equal(1, gateway.LostFrames);
    }

    [Fact]
    public void ChanceIsAsLikelyAsItIsSaidToBe()
    {
        var gateway = new LoRaWanGateway(new LoRaWanGatewaySettings { LossProbability = 0.25 });
        gateway.Add(RadioBench.DevEui, RadioBench.JoinEui, RadioBench.AppKey);
        for (var number = 0; number < 2000; number++)
        {
            gateway.Hear(Send(gateway, RadioBench.DevEui, 868_100_000, 5, number * 1000, (ulong)number), 0);
        }

        Assert.InRange(gateway.LostFrames, 440, 560);
    }

    private static (int Heard, int Collided) Collide(double first, double second, int frequency = 868_100_000, int dataRate = 5, int delay = 20)
    {
        const string Other = "70B3D57ED0009999";
        var gateway = new LoRaWanGateway();
        gateway.Add(RadioBench.DevEui, RadioBench.JoinEui, RadioBench.AppKey, new LinkBudget(first));
        gateway.Add(Other, RadioBench.JoinEui, RadioBench.AppKey, new LinkBudget(second));
        var one = Send(gateway, RadioBench.DevEui, 868_100_000, 5, 0);
        var two = Send(gateway, Other, frequency, dataRate, delay);
        gateway.Hear(one, VirtualTime.Second);
        gateway.Hear(two, VirtualTime.Second);
        return (gateway.Joins.Count, gateway.CollidedFrames);
    }

    private static LoraTransmission Send(LoRaWanGateway gateway, string eui, int frequency, int dataRate, int milliseconds, ulong number = 0)
    {
        var sender = LoRaWanGateway.ParseEui(eui);
        var bytes = new JoinRequest(LoRaWanGateway.ParseEui(RadioBench.JoinEui), sender, (ushort)number)
            .Write(Convert.FromHexString(RadioBench.AppKey));
        var start = milliseconds * VirtualTime.Millisecond;
        var transmission = new LoraTransmission
        {
            Sender = sender,
            Number = number,
            Start = start,
            End = start + LoraDataRate.All[dataRate].Airtime(bytes.Length, hasCrc: true),
            Frequency = frequency,
            DataRate = LoraDataRate.All[dataRate],
            Power = 14,
            Bytes = bytes,
        };
        gateway.Transmit(transmission);
        return transmission;
    }
}
