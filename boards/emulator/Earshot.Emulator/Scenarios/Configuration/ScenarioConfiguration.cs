namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>What a scenario's file says. Times count from power-on.</summary>
public sealed record ScenarioConfiguration
{
    /// <summary>What it is called; by default the file's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The board: a target's name or a board.yaml.</summary>
    public string Board { get; init; } = "ST_NUCLEO64_F411RE_NF";

    /// <summary>The app's assembly; empty for Earshot's own.</summary>
    public string App { get; init; } = "";

    /// <summary>Model pack or run folder in the deployment region; empty for none.</summary>
    public string Model { get; init; } = "";

    /// <summary>Model pack or run folder compiled into the firmware; empty for none.</summary>
    public string BuiltInModel { get; init; } = "";

    /// <summary>Seed of everything random, on the board and in its faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the calendar clock shows at power-on.</summary>
    public DateTime PowerOn { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How much too fast the calendar clock's crystal is, in parts per million; too slow when negative.</summary>
    public double ClockDrift { get; init; }

    /// <summary>How long to run; by default 5 s more than the last sound, fault or expectation.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The battery; without one its life is not told.</summary>
    public BatteryEntry? Battery { get; init; }

    /// <summary>A LoRaWAN modem and gateway; without it, a receiver of the serial radio is on every port.</summary>
    public RadioEntry? Radio { get; init; }

    /// <summary>What Earshot's node is set up with when it is flashed, besides its radio.</summary>
    public IReadOnlyList<SettingsEntry> Settings { get; init; } = [];

    /// <summary>What the network sends the node.</summary>
    public IReadOnlyList<DownlinkEntry> Downlinks { get; init; } = [];

    /// <summary>A time server.</summary>
    public SntpEntry? Sntp { get; init; }

    /// <summary>Wires between pins.</summary>
    public IReadOnlyList<WireEntry> Wires { get; init; } = [];

    /// <summary>What the world does to pins.</summary>
    public IReadOnlyList<PinEntry> Pins { get; init; } = [];

    /// <summary>What is to be heard.</summary>
    public IReadOnlyList<SoundEntry> Sounds { get; init; } = [];

    /// <summary>What goes wrong.</summary>
    public IReadOnlyList<FaultEntry> Faults { get; init; } = [];

    /// <summary>What else goes wrong, at random times; needs a <c>duration</c>.</summary>
    public RandomFaultsEntry? RandomFaults { get; init; }

    /// <summary>What is expected.</summary>
    public IReadOnlyList<ExpectationEntry> Expect { get; init; } = [];
}
