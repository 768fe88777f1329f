using System.Reflection;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.TestAdapter.Benches;

namespace Earshot.Emulator.TestAdapter.Running;

/// <summary>A board with the world around it that the bench file describes.</summary>
internal sealed class TestBed : IDisposable
{
    /// <summary>Switches a board on.</summary>
    /// <param name="application">The tests.</param>
    /// <param name="conditions">The bench.</param>
    /// <param name="main">What runs on the board's main thread in place of an app's <c>Main</c>.</param>
    public TestBed(DeviceApplication application, BenchConditions conditions, Action<Assembly> main) =>
        Board = new EmulatedBoard(new EmulatedBoardSettings
        {
            Board = BoardCatalog.Find(conditions.Board),
            Application = application.WithMain(main),
            Sound = conditions.CreateSound(),
            PowerOn = conditions.PowerOn,
            Seed = conditions.Seed,
            Wire = board =>
            {
                board.Add(new Firmware(CModuleEngine.Open, default, conditions.ReadModel(), new NativeCost()));
                conditions.Wire(board);
            },
        });

    /// <summary>The board.</summary>
    public EmulatedBoard Board { get; }

    /// <inheritdoc/>
    public void Dispose() => Board.Dispose();
}
