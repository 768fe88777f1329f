using Earshot.Emulator.Classification;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Sound;

namespace Earshot.FieldTrials.Nodes;

/// <summary>What goes into a node on trial.</summary>
public sealed record FieldNodeSettings
{
    /// <summary>Its board, by nanoFramework's target name.</summary>
    public string Board { get; init; } = "ST_NUCLEO64_F411RE_NF";

    /// <summary>What the microphone hears; null for silence at 16 kHz.</summary>
    public ISoundSource? Sound { get; init; }

    /// <summary>The model pack in the deployment region; empty for none.</summary>
    public ReadOnlyMemory<byte> DeployedModel { get; init; }

    /// <summary>The model pack in the firmware; empty for none.</summary>
    public ReadOnlyMemory<byte> BuiltInModel { get; init; }

    /// <summary>Opens a pack; by default with the C module.</summary>
    public Func<ReadOnlyMemory<byte>, IInferenceEngine> OpenModel { get; init; } = CModuleEngine.Open;

    /// <summary>What native code costs.</summary>
    public NativeCost Cost { get; init; } = new();

    /// <summary>Changes the settings that lie in the deployment storage.</summary>
    public Action<NodeSettings>? Set { get; init; }

    /// <summary>The true time at power-on, which the network tells.</summary>
    public DateTime PowerOn { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What the calendar clock shows at power-on; null for the true time.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>Seed of everything random on the board.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Decibels from the node to the gateway.</summary>
    public double PathLoss { get; init; } = 100;

    /// <summary>The modem.</summary>
    public ModemKind Modem { get; init; } = ModemKind.Rak3172;
}
