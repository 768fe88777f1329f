namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>Conditions of one test class; what is left out is as for all.</summary>
internal sealed record BenchClass
{
    /// <summary>The class, with or without its namespace.</summary>
    public string Class { get; init; } = "";

    /// <summary>The board.</summary>
    public string? Board { get; init; }

    /// <summary>Virtual time that one test may take.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int? Seed { get; init; }

    /// <summary>What the calendar clock shows at power-on.</summary>
    public DateTime? PowerOn { get; init; }

    /// <summary>Partners of serial ports, in place of those for all.</summary>
    public IReadOnlyList<BenchUart>? Uarts { get; init; }

    /// <summary>What the microphone hears, in place of what it hears for all.</summary>
    public IReadOnlyList<Scenarios.Configuration.SoundEntry>? Sounds { get; init; }

    /// <summary>Model pack in the deployment region, in place of that for all.</summary>
    public string? Model { get; init; }

    /// <summary>Wires between pins, in place of those for all.</summary>
    public IReadOnlyList<Scenarios.Configuration.WireEntry>? Wires { get; init; }

    /// <summary>Time servers, in place of those for all.</summary>
    public Scenarios.Configuration.SntpEntry? Sntp { get; init; }

    /// <summary>The conditions for this class.</summary>
    public BenchConditions ApplyTo(BenchConditions general) => general with
    {
        Board = Board ?? general.Board,
        Limit = Limit ?? general.Limit,
        Seed = Seed ?? general.Seed,
        PowerOn = PowerOn ?? general.PowerOn,
        Uarts = Uarts ?? general.Uarts,
        Sounds = Sounds ?? general.Sounds,
        Model = Model ?? general.Model,
        Wires = Wires ?? general.Wires,
        Sntp = Sntp ?? general.Sntp,
    };
}
