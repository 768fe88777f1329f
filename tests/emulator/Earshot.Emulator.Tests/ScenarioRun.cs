using Earshot.Emulator.Boards;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Tests;

/// <summary>Runs one scenario of the test app on a board of its own.</summary>
internal sealed class ScenarioRun : IDisposable
{
    private const string Package = "package ";

    private static readonly Lazy<DeviceApplication> Scenarios = new(() => Load("scenarios", "Earshot.Scenarios.dll", typeof(ScenarioNatives)));

    // An app of its own, so that what the packages do at start-up does not shift the times of the others.
    private static readonly Lazy<DeviceApplication> Packages = new(() => Load("packages", "Earshot.Packages.dll", typeof(PackageNatives)));

    public ScenarioRun(
        string scenario,
        Action<EmulatedBoard>? wire = null,
        int seed = 1,
        double clockDriftPpm = 0,
        bool hasBackupSupply = true,
        Battery? battery = null,
        BoardDescription? board = null,
        bool endsWithProgram = true,
        FlashStorage? storage = null,
        ISoundSource? sound = null)
    {
        var isPackage = scenario.StartsWith(Package, StringComparison.Ordinal);
        Host = new ScenarioHost(isPackage ? scenario[Package.Length..] : scenario);
        Board = new EmulatedBoard(new EmulatedBoardSettings
        {
            Board = board ?? WithoutBootTime(),
            Application = (isPackage ? Packages : Scenarios).Value,
            Sound = sound ?? new Silence(16000),
            Seed = seed,
            Storage = storage,
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

    public static ScenarioRun Of(string scenario, double seconds = 60, Action<EmulatedBoard>? wire = null, ISoundSource? sound = null)
    {
        var run = new ScenarioRun(scenario, wire, sound: sound);
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

    // The firmware's start would shift the times of whatever is reset; BootTests has a test of it.
    private static BoardDescription WithoutBootTime()
    {
        var board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF");
        board.Times.Remove("boot");
        return board;
    }

    private static DeviceApplication Load(string folder, string file, Type natives) =>
        DeviceApplication.Load(Path.Combine(AppContext.BaseDirectory, folder, file), NativeMethodTable.Earshot.Add(natives));
}
