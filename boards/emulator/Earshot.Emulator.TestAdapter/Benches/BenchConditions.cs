using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>What bench.yaml says: a board and the world around it, and what is different for some test classes.</summary>
internal sealed record BenchConditions
{
    /// <summary>The board: a target's name or a board.yaml.</summary>
    public string Board { get; init; } = "ST_NUCLEO64_F411RE_NF";

    /// <summary>Virtual time that one test may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the calendar clock shows at power-on.</summary>
    public DateTime PowerOn { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Samples a second that the microphone gives.</summary>
    public int SampleRate { get; init; } = Audio.SampleRates.Model;

    /// <summary>Partners of serial ports; a port that is not listed is open at its end.</summary>
    public IReadOnlyList<BenchUart> Uarts { get; init; } = [];

    /// <summary>What the microphone hears; by default silence.</summary>
    public IReadOnlyList<SoundEntry> Sounds { get; init; } = [];

    /// <summary>Model pack in the deployment region; empty for none.</summary>
    public string Model { get; init; } = "";

    /// <summary>Wires between pins.</summary>
    public IReadOnlyList<WireEntry> Wires { get; init; } = [];

    /// <summary>Time servers; none by default.</summary>
    public SntpEntry? Sntp { get; init; }

    /// <summary>What is different for a class.</summary>
    public IReadOnlyList<BenchClass> Classes { get; init; } = [];

    /// <summary>Begins the sound anew.</summary>
    public ISoundSource CreateSound() => Sounds.Count == 0 ? new Silence(SampleRate) : SoundMix.Of(Sounds, SampleRate);

    /// <summary>Reads the model.</summary>
    public ReadOnlyMemory<byte> ReadModel() => Model.Length == 0 ? default : File.ReadAllBytes(Model);

    /// <summary>Wires partners and pins, and connects time servers.</summary>
    public void Wire(EmulatedBoard board)
    {
        foreach (var uart in Uarts)
        {
            uart.Wire(board, (ulong)Seed);
        }

        foreach (var wire in Wires)
        {
            wire.Connect(board);
        }

        Sntp?.Connect(board);
    }
}
