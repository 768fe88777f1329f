using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Power;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator;

/// <summary>What goes into an emulated node.</summary>
public sealed class NodeEmulationSettings
{
    /// <summary>The kind of board; <see cref="BoardCatalog"/> finds one by name.</summary>
    public required BoardDescription Board { get; init; }

    /// <summary>What the microphone hears, at the model's sample rate.</summary>
    public required ISoundSource Sound { get; init; }

    /// <summary>The app's assembly; null for Earshot's own.</summary>
    public string? ApplicationPath { get; init; }

    /// <summary>The app, when it is loaded already: nodes that share it compile it once. Goes before <see cref="ApplicationPath"/>.</summary>
    public DeviceApplication? Application { get; init; }

    /// <summary>The model pack in the deployment region; empty for none.</summary>
    public ReadOnlyMemory<byte> DeployedModel { get; init; }

    /// <summary>The model pack compiled into the firmware; empty for none.</summary>
    public ReadOnlyMemory<byte> BuiltInModel { get; init; }

    /// <summary>Opens a pack; by default with the C module.</summary>
    public Func<ReadOnlyMemory<byte>, IInferenceEngine> OpenModel { get; init; } = CModuleEngine.Open;

    /// <summary>What native code costs.</summary>
    public NativeCost Cost { get; init; } = new();

    /// <summary>The flash behind drive I:, with what is on it; null for an empty one.</summary>
    public FlashStorage? Storage { get; init; }

    /// <summary>What the calendar clock shows at power-on.</summary>
    public DateTime PowerOn { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>When the node is switched on.</summary>
    public TimeSpan SwitchOn { get; init; }

    /// <summary>The battery that feeds the node; null for a regulator that never fails.</summary>
    public Battery? Battery { get; init; }

    /// <summary>How much faster than true time the calendar clock runs, in parts per million.</summary>
    public double ClockDriftPpm { get; init; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Wires the radio; null connects every serial port to the receiver of the serial radio.</summary>
    public Action<EmulatedBoard>? ConnectRadio { get; init; }
}
