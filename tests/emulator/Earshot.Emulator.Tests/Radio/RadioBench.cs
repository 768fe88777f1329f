using Earshot.Emulator.Radio;

namespace Earshot.Emulator.Tests.Radio;

/// <summary>A board with a modem and a gateway that knows it.</summary>
internal sealed class RadioBench
{
    public const string DevEui = "70B3D57ED0001234";
    public const string JoinEui = "70B3D57ED0000001";
    public const string AppKey = "2B7E151628AED2A6ABF7158809CF4F3C";

    public RadioBench(ModemKind kind = ModemKind.Rak3172, LoRaWanGatewaySettings? settings = null)
    {
        Kind = kind;
        Gateway = new LoRaWanGateway(settings);
        Eui = Gateway.Add(DevEui, JoinEui, AppKey, new LinkBudget(110));
    }

    public ModemKind Kind { get; }

    public LoRaWanGateway Gateway { get; }

    public ulong Eui { get; }

    public LoRaWanModemModel Modem { get; private set; } = null!;

    /// <summary>Called when the modem is wired, before the app starts.</summary>
    public Action<EmulatedBoard>? Wired { get; set; }

    public ScenarioRun Run(string steps, double seconds = 600, string appKey = AppKey)
    {
        var dialect = Kind == ModemKind.Rak3172 ? "rak" : "e5";
        return ScenarioRun.Of($"radio {dialect} {DevEui} {JoinEui} {appKey} {steps}", seconds, Wire);
    }

    /// <summary>Runs a script to its end and gives what each step reported.</summary>
    public string[] Reports(string steps, double seconds = 600, string appKey = AppKey)
    {
        using var run = Run(steps, seconds, appKey);
        Assert.True(run.Outcome == Scheduling.RunOutcome.Finished, $"{run.Outcome}: {run.Board.Scheduler.Failure?.Describe()}\n{string.Join('\n', run.Board.Trace.Lines.TakeLast(60))}");
        return run.Host.Texts;
    }

    private void Wire(EmulatedBoard board)
    {
        Modem = new LoRaWanModemModel(board, Gateway, Kind);
        board.Uarts["COM6"].Connect(Modem);
        Wired?.Invoke(board);
    }
}
