using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests.Radio;

/// <summary>A modem that answers late, garbled, twice or never; a join that is refused: the node goes on and recovers.</summary>
public sealed class BadModemTests
{
    public static TheoryData<ModemKind> Kinds => [ModemKind.Rak3172, ModemKind.LoRaE5];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASilentModemIsResetAndTriedEverMoreSeldom(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = _ => bench.Modem.Faults.IsSilent = true;
        var reports = bench.Reports("send:01 retry send:01 wait:16000 send:01 retry state");
        Assert.Equal(["Failed", "NotJoined", "waited", "Failed"], reports.Where((_, index) => index is 0 or 2 or 3 or 4));
        Assert.InRange(Number(reports[1]), 14_000, 15_000);
        Assert.InRange(Number(reports[5]), 29_000, 30_000);
        Assert.EndsWith(" 2", reports[6], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASilenceThatEndsIsForgotten(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = board =>
        {
            board.Scheduler.ScheduleAt(0, () => bench.Modem.Faults.IsSilent = true);
            board.Scheduler.ScheduleAt(60 * VirtualTime.Second, () => bench.Modem.Faults.IsSilent = false);
        };
        Assert.InRange(Number(bench.Reports("deliver:01")[0]), 3, 8);
        Assert.Single(bench.Gateway.Uplinks);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void GarbledAnswersDelayAndDoNotDeceive(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = _ => bench.Modem.Faults.GarbleProbability = 0.02;
        using var run = bench.Run("deliver:01 deliver:02 deliver:03", 100_000);
        AssertDelivered(run, bench, 3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DoubledAnswersCountOnce(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = _ => bench.Modem.Faults.AnswersTwice = true;
        bench.Gateway.AddOutage(TimeSpan.FromSeconds(400), TimeSpan.FromSeconds(900));
        // In the outage nothing is acknowledged: an acknowledgement that is repeated must not count for another uplink.
        Assert.Equal(
            ["Acknowledged", "waited", "Acknowledged", "waited", "NotAcknowledged"],
            bench.Reports("confirm:01 wait:180000 confirm:02 wait:250000 confirm:03", 2000));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LateAnswersDoNotDeceive(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = _ => bench.Modem.Faults.Delay = TimeSpan.FromMilliseconds(400);
        AssertDelivered(bench.Run("deliver:01 deliver:02", 10_000), bench, 2);
        var slow = new RadioBench(kind);
        slow.Wired = board =>
        {
            slow.Modem.Faults.Delay = TimeSpan.FromSeconds(8);
            board.Scheduler.ScheduleAt(300 * VirtualTime.Second, () => slow.Modem.Faults.Delay = TimeSpan.Zero);
        };
        AssertDelivered(slow.Run("deliver:01 deliver:02", 10_000), slow, 2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LostLinesDelayAndDoNotDeceive(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = _ => bench.Modem.Faults.LosesEveryLine = 7;
        AssertDelivered(bench.Run("deliver:01 deliver:02 deliver:03", 100_000), bench, 3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ChatterIsIgnored(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = _ => bench.Modem.Faults.Chatter = "\0\0+EVT:\r\n+:\r\n+EVT:RX_1:\r\n" + new string('x', 90) + "\r\n+MSGHEX: PORT: 9; RX: \"0\"\r\n";
        using var run = bench.Run("confirm:01 receive");
        Assert.True(run.Host.Texts is ["Acknowledged", "nothing"], string.Join('\n', run.Board.Trace.Lines.TakeLast(60)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ARefusedJoinIsTriedWithABackOff(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Gateway.RefusesJoins = true;
        bench.Wired = board => board.Scheduler.ScheduleAt(6 * 3600 * VirtualTime.Second, () => bench.Gateway.RefusesJoins = false);
        Assert.NotEmpty(bench.Reports("deliver:01", 40_000));
        var times = bench.Gateway.Joins.Select(join => join.Time).ToArray();
        Assert.InRange(times.Length, 6, 16);
        Assert.Equal(JoinOutcome.Accepted, bench.Gateway.Joins[^1].Outcome);
        // LoRaWAN 1.0.3 §7: at most 36 s on the air in the first hour; a request takes 1.5 s at most.
        Assert.InRange(times.Count(time => time < TimeSpan.FromHours(1)), 3, 24);
        Assert.True(times[^1] - times[^2] > TimeSpan.FromMinutes(50), $"{times[^1] - times[^2]}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AWrongKeyIsNotHeardOf(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        Assert.Equal(["NotJoined"], bench.Reports("send:01", appKey: "2B7E151628AED2A6ABF7158809CF4F3D"));
        Assert.Equal(JoinOutcome.WrongKey, Assert.Single(bench.Gateway.Joins).Outcome);
        Assert.Empty(bench.Gateway.Uplinks);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AModemThatStartsAnewIsSetUpAndJoinsAgain(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = board => board.Scheduler.ScheduleAt(200 * VirtualTime.Second, () => bench.Modem.Restart());
        using var run = bench.Run("deliver:01 wait:300000 deliver:02", 10_000);
        AssertDelivered(run, bench, 2);
        Assert.Equal(2, bench.Gateway.Joins.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AModemThatStartsAnewInTheMiddleOfAnUplinkLosesNothing(ModemKind kind)
    {
        for (var after = 0; after < 8; after++)
        {
            var bench = new RadioBench(kind);
            var isStruck = false;
            bench.Wired = board => board.Trace.Written += line =>
            {
                if (!isStruck && line.Contains("modem: uplink 0", StringComparison.Ordinal))
                {
                    isStruck = true;
                    board.Scheduler.ScheduleAfter((after * 400 * VirtualTime.Millisecond) + 1, () => bench.Modem.Restart());
                }
            };
            using var run = bench.Run("deliver:01", 10_000);
            Assert.Equal(RunOutcome.Finished, run.Outcome);
            Assert.Equal(2, bench.Modem.Starts);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ALostSessionIsBegunAgain(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = board => board.Scheduler.ScheduleAt(200 * VirtualTime.Second, () => bench.Modem.LoseSession());
        AssertDelivered(bench.Run("deliver:01 wait:300000 deliver:02", 10_000), bench, 2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASessionThatTheNetworkForgotIsBegunAgain(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Wired = board => board.Scheduler.ScheduleAt(200 * VirtualTime.Second, () => bench.Gateway.ForgetSession(bench.Eui));
        AssertDelivered(bench.Run("deliver:01 wait:300000 deliver:02", 30_000), bench, 2);
        Assert.True(bench.Gateway.RejectedFrames >= 8);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnOutageDelaysOnly(ModemKind kind)
    {
        var bench = new RadioBench(kind);
        bench.Gateway.AddOutage(TimeSpan.FromSeconds(100), TimeSpan.FromHours(4));
        AssertDelivered(bench.Run("deliver:01 wait:200000 deliver:02 deliver:03", 60_000), bench, 3);
    }

    [Fact]
    public void AWrongBaudRateIsSilence()
    {
        var bench = new RadioBench(ModemKind.LoRaE5);
        using var run = ScenarioRun.Of(
            $"radio rak {RadioBench.DevEui} {RadioBench.JoinEui} {RadioBench.AppKey} send:01",
            wire: board => board.Uarts["COM6"].Connect(new LoRaWanModemModel(board, bench.Gateway, ModemKind.LoRaE5)));
        Assert.Equal(["Failed"], run.Host.Texts);
        Assert.Contains(run.Board.Trace.Lines, line => line.Contains("listens at 9600 baud", StringComparison.Ordinal));
    }

    private static void AssertDelivered(ScenarioRun run, RadioBench bench, int count)
    {
        Assert.True(run.Outcome == RunOutcome.Finished, $"{run.Outcome}: {run.Board.Scheduler.Failure?.Describe()}\n{string.Join('\n', run.Board.Trace.Lines.TakeLast(60))}");
        // Acknowledged means arrived: each payload is in the network's log at least once, in order of first arrival.
        Assert.Equal(
            Enumerable.Range(1, count).Select(number => $"{number:X2}"),
            bench.Gateway.Uplinks.Select(uplink => Convert.ToHexString(uplink.Bytes)).Distinct());
        run.Dispose();
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
