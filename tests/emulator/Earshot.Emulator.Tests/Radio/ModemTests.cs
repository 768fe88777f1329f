using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests.Radio;

/// <summary>The node's modem driver against the modelled modems, in good order.</summary>
public sealed class ModemTests
{
    public static TheoryData<ModemKind> Kinds => [ModemKind.Rak3172, ModemKind.LoRaE5];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void UplinksArriveAsTheyWereSent(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        Assert.Equal(["True", "Sent", "Acknowledged"], bench.Reports("join send:0102FF confirm:AB"));
        Assert.Equal(["0102FF", "AB"], bench.Gateway.Uplinks.Select(uplink => Convert.ToHexString(uplink.Bytes)));
        Assert.Equal([0u, 1u], bench.Gateway.Uplinks.Select(uplink => uplink.Counter));
        Assert.All(bench.Gateway.Uplinks, uplink => Assert.Equal((2, bench.Eui), (uplink.Port, uplink.DevEui)));
        Assert.Equal([false, true], bench.Gateway.Uplinks.Select(uplink => uplink.IsConfirmed));
        Assert.Empty(bench.Gateway.Duplicates);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnUplinkJoinsByItself(ModemKind kind) =>
        Assert.Equal(["Acknowledged", "True 242 -1 0 0"], new RadioBench(kind).Reports("confirm:01 state")[..2].Select(Widest));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DownlinksAreReceived(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Gateway.Enqueue(bench.Eui, 10, [0xCA, 0xFE]);
        bench.Gateway.Enqueue(bench.Eui, 11, [.. Enumerable.Range(0, 51).Select(value => (byte)value)]);
        var reports = bench.Reports("send:01 wait:200000 confirm:02 receive receive receive");
        Assert.Equal("10:CAFE", reports[3]);
        Assert.StartsWith("11:000102", reports[4], StringComparison.Ordinal);
        Assert.Equal("nothing", reports[5]);
        Assert.Equal(0, bench.Gateway.Queued(bench.Eui));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheSecondWindowServesAsWell(ModemKind kind)
    {
        var bench = new RadioBench(kind, new LoRaWanGatewaySettings { AnswerWindow = 2 });
        bench.Gateway.Enqueue(bench.Eui, 10, [1]);
        Assert.Equal(["Acknowledged", "10:01"], bench.Reports("confirm:01 receive"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ADownlinkThatIsDamagedOnTheAirIsNone(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Gateway.Enqueue(bench.Eui, 10, [1], DownlinkFault.OnAir);
        Assert.Equal(["NotAcknowledged", "nothing"], bench.Reports("confirm:01 receive"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheNetworkTellsTheTime(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        var start = new DateTimeOffset(new LoRaWanGatewaySettings().Start).ToUnixTimeMilliseconds();
        using var run = bench.Run("time send:01 time time");
        Assert.Equal(["no time", "Sent", "no time"], run.Host.Texts.Where((_, index) => index != 2));
        var told = long.Parse(run.Host.Texts[2], System.Globalization.CultureInfo.InvariantCulture) - start;
        Assert.InRange(told - (run.Host.Reports[2].Time / VirtualTime.Millisecond), -600, 600);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheLinkIsChecked(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        var state = bench.Reports("check send:01 state")[2].Split(' ');
        // 14 dBm − 110 dB + 117 dB = 21 dB; DR0 needs −20 dB.
        Assert.Equal(["41", "1"], state[2..4]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheDutyCycleMakesItWait(ModemKind kind)
    {
        var bench = new RadioBench(kind, new LoRaWanGatewaySettings { UsesAdr = false });
        var reports = bench.Reports("join send:01 send:02 send:03 send:04 retry");
        Assert.Contains("Busy", reports);
        Assert.InRange(int.Parse(reports[^1], System.Globalization.CultureInfo.InvariantCulture), 1_000, 200_000);
        foreach (var band in SubBand.All)
        {
            Assert.InRange(bench.Modem.DutyCycle.HighestShare(band), 0, band.DutyCycle);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AdrRaisesTheDataRate(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Reports("deliver:01 deliver:02 deliver:03");
        Assert.Equal(0, bench.Gateway.Uplinks[0].DataRate);
        Assert.Equal(5, bench.Gateway.Uplinks[^1].DataRate);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void BetweenUsesItSleeps(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        using var run = bench.Run("join wait:100000 send:01 wait:100000");
        Assert.Equal(RunOutcome.Finished, run.Outcome);
        Assert.Equal(ModemState.Sleep, bench.Modem.State);
        var uses = run.Board.Energy.Component("radio").Uses;
        var asleep = uses.Single(use => use.State == "sleep").Time;
        Assert.True(asleep > TimeSpan.FromSeconds(195), $"{asleep}");
        Assert.Contains(uses, use => use.State == "transmit" && use.Coulombs > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void KeysAreNowhere(ModemKind kind)
    {
        using var run = new RadioBench(kind).Run("confirm:01");
        Assert.Equal(["Acknowledged"], run.Host.Texts);
        var text = string.Join('\n', run.Board.Trace.Lines.Concat(run.Board.Console.Lines));
        Assert.Contains("KEY", text, StringComparison.Ordinal);
        Assert.DoesNotContain(RadioBench.AppKey, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(RadioBench.AppKey[..8], text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(RadioBench.AppKey)), text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TwoRunsGiveTheSameTrace(ModemKind kind)
    {
        using var first = new RadioBench(kind, new LoRaWanGatewaySettings { LossProbability = 0.3 }).Run("deliver:01 deliver:02", 4000);
        using var second = new RadioBench(kind, new LoRaWanGatewaySettings { LossProbability = 0.3 }).Run("deliver:01 deliver:02", 4000);
        Assert.Equal(first.Board.Trace.Lines, second.Board.Trace.Lines);
        Assert.NotEmpty(first.Host.Texts);
    }

    private static string Widest(string state) => state.Replace(" 51 ", " 242 ", StringComparison.Ordinal);
}
