using Earshot.Emulator.Boards;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Soak;

namespace Earshot.Emulator.Tests.Soak;

/// <summary>A soak that takes a moment: few hours, many faults.</summary>
internal static class SoakBench
{
    public static SoakSettings Settings { get; } = new()
    {
        Board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF"),
        Model = new byte[] { 3 },
        OpenModel = FakeEngine.Open,
        Clips = [.. Enumerable.Range(1, 3).Select(number => FakeEngine.Clip(number, 2.5 + (0.3 * number)))],
        NodeTime = TimeSpan.FromHours(5),
        SettleTime = TimeSpan.FromHours(2),
        Listen = 2,
        Every = 600,
        Faults = new RandomFaultsEntry
        {
            BrownOuts = 96,
            ResetStorms = 8,
            UartNoise = 48,
            MicrophoneDisconnections = 8,
            UplinkCorruptions = 48,
            DownlinkCorruptions = 48,
            SessionLosses = 8,
        },
        BrownOutsPerWrite = 0.1,
        BrownOutsPerDelivery = 0.1,
        Downlinks = 48,
    };

    /// <summary>Without faults.</summary>
    public static SoakSettings Calm { get; } = Settings with
    {
        NodeTime = TimeSpan.FromHours(1),
        SettleTime = TimeSpan.FromHours(1),
        Faults = new RandomFaultsEntry(),
        BrownOutsPerWrite = 0,
        BrownOutsPerDelivery = 0,
        Downlinks = 0,
    };

    public static SoakNodeResult Run(SoakSettings settings, int node = 0)
    {
        using var run = new SoakNode(settings, node);
        return run.Run();
    }
}
