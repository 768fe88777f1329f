using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Fleet;

/// <summary>Many nodes of one kind, each in a place of its own.</summary>
public sealed class FleetSettings
{
    /// <summary>How many.</summary>
    public required int Nodes { get; init; }

    /// <summary>The kind of board.</summary>
    public required BoardDescription Board { get; init; }

    /// <summary>Sounds that each node hears in an order of its own, again and again; all at <see cref="SampleRate"/>.</summary>
    public required IReadOnlyList<SoundClip> Clips { get; init; }

    /// <summary>Samples a second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Silence between two sounds.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The app's assembly; null for Earshot's own.</summary>
    public string? ApplicationPath { get; init; }

    /// <summary>The model pack in every node's deployment region.</summary>
    public ReadOnlyMemory<byte> DeployedModel { get; init; }

    /// <summary>Opens a pack; null for the C module, with one copy of the pack for all nodes.</summary>
    public Func<ReadOnlyMemory<byte>, IInferenceEngine>? OpenModel { get; init; }

    /// <summary>What native code costs.</summary>
    public NativeCost Cost { get; init; } = new();

    /// <summary>The seed from which each node's own follows.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How far a node's sample clock may be off, either way, in parts per million; a common crystal is within 20.</summary>
    public double ClockError { get; init; } = 20;

    /// <summary>The LoRaWAN that the nodes share; null when the app's radio is the serial one.</summary>
    public FleetLoRaWan? LoRaWan { get; init; }

    /// <summary>Nodes are switched on at moments that are spread over that time.</summary>
    public TimeSpan SwitchOnWithin { get; init; }

    /// <summary>How many nodes run at the same time, each on a core; the result does not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
