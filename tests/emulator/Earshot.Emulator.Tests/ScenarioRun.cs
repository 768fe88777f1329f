using Earshot.Emulator.Boards;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Tests;

/// <summary>Runs one scenario of the test app on a board of its own.</summary>
internal sealed class ScenarioRun : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scenarios");

    private static readonly Lazy<DeviceApplication> LoadedApplication = new(() => DeviceApplication.Load(
        Path.Combine(Folder, "Earshot.Scenarios.dll"), NativeMethodTable.Earshot.Add(typeof(ScenarioNatives))));

    public ScenarioRun(
        string scenario,
        Action<EmulatedBoard>? wire = null,
        int seed = 1,
        double clockDriftPpm = 0,
        bool hasBackupSupply = true,
        Battery? battery = null,
        BoardDescription? board = null,
        bool endsWithProgram = true)
    {
        Host = new ScenarioHost(scenario);
        Board = new EmulatedBoard(new EmulatedBoardSettings
        {
            Board = board ?? BoardCatalog.Find("ST_NUCLEO64_F411RE_NF"),
            Application = LoadedApplication.Value,
            Sound = new Silence(16000),
            Seed = seed,
            ClockDriftPpm = clockDriftPpm,
            HasBackupSupply = hasBackupSupply,
            Battery = battery,
            EndsWithProgram = endsWithProgram,
            Wire = emulated =>
            {
                emulated.Add(Host);
                wire?.Invoke(emulated);
            },
        });
    }

    public ScenarioHost Host { get; }

    public EmulatedBoard Board { get; }

    public RunOutcome Outcome { get; private set; }

    public static ScenarioRun Of(string scenario, double seconds = 60, Action<EmulatedBoard>? wire = null)
    {
        var run = new ScenarioRun(scenario, wire);
        run.Outcome = run.Board.Run(TimeSpan.FromSeconds(seconds));
        return run;
    }

    /// <summary>Runs to the end and gives what the app reported.</summary>
    public static string[] Reports(string scenario, Action<EmulatedBoard>? wire = null)
    {
        using var run = Of(scenario, wire: wire);
        Assert.True(run.Outcome == RunOutcome.Finished, $"{run.Outcome}: {run.Board.Scheduler.Failure?.Describe()}");
        return run.Host.Texts;
    }

    public void Dispose() => Board.Dispose();
}
