using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Soak;

/// <summary>What a soak runs: nodes that share nothing, each with sounds, a gateway and faults of its own, all drawn from a seed.</summary>
public sealed record SoakSettings
{
    /// <summary>The kind of board.</summary>
    public required BoardDescription Board { get; init; }

    /// <summary>The model pack in every node's deployment region.</summary>
    public required ReadOnlyMemory<byte> Model { get; init; }

    /// <summary>Opens the pack; by default with the C module.</summary>
    public Func<ReadOnlyMemory<byte>, IInferenceEngine> OpenModel { get; init; } = CModuleEngine.Open;

    /// <summary>Sounds that the nodes hear in an order of their own, again and again, at the model's sample rate.</summary>
    public required IReadOnlyList<SoundClip> Clips { get; init; }

    /// <summary>Silence between two sounds; no shorter than 2 s, or two events could look alike.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The seed that everything follows from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Virtual time of a node, its last hours without faults included.</summary>
    public TimeSpan NodeTime { get; init; } = TimeSpan.FromHours(100);

    /// <summary>
    /// How long a node is left in peace at the end: by then everything has to be delivered. A join that was refused for long is tried
    /// again after 6 h 45 min at the latest.
    /// </summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Seconds of a listening window. Between windows the node sleeps.</summary>
    public int Listen { get; init; } = 4;

    /// <summary>Seconds from one window to the next.</summary>
    public int Every { get; init; } = 300;

    /// <summary>Faults a day at random times.</summary>
    public RandomFaultsEntry Faults { get; init; } = new()
    {
        BrownOuts = 24,
        ResetStorms = 1,
        RadioOutages = 1.5,
        UartNoise = 12,
        MicrophoneDisconnections = 2,
        UplinkCorruptions = 4,
        DownlinkCorruptions = 4,
        SessionLosses = 1,
    };

    /// <summary>Brown-outs that strike while the flash is written: so many for each message that the queue is given, 0 to 1.</summary>
    public double BrownOutsPerWrite { get; init; } = 0.03;

    /// <summary>Brown-outs that strike within four seconds of a delivery: so many for each uplink, 0 to 1.</summary>
    public double BrownOutsPerDelivery { get; init; } = 0.03;

    /// <summary>Downlinks a day: settings that are right, settings that are wrong, and noise.</summary>
    public double Downlinks { get; init; } = 4;

    /// <summary>Chance that a frame, up or down, is lost; 0 to 1.</summary>
    public double Loss { get; init; } = 0.05;

    /// <summary>A node that does not come round its loop for so long hangs.</summary>
    public TimeSpan LongestTurn { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A message that waits longer is stuck: outages, joins and refusals together take less.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromHours(36);

    /// <summary>Wires further things to each board before its app starts; null for nothing.</summary>
    public Action<EmulatedBoard>? Wire { get; init; }
}
