using Earshot.Emulator;
using Earshot.Emulator.Heap;
using Earshot.FieldTrials.Delivery;

namespace Earshot.FieldTrials.Memory;

/// <summary>What memory a node took.</summary>
public sealed record MemoryResult
{
    /// <summary>nanoFramework's target name.</summary>
    public required string Board { get; init; }

    /// <summary>Where the model pack was.</summary>
    public required string Place { get; init; }

    /// <summary>Heap, stacks, arena.</summary>
    public required ResourceUse Use { get; init; }

    /// <summary>What was in the heap when it was fullest, by type.</summary>
    public required IReadOnlyList<HeapShare> Shares { get; init; }

    /// <summary>Whether the app still ran at the end, from its first start.</summary>
    public required bool IsAlive { get; init; }

    /// <summary>What the board did last before it started once more; empty when it did not.</summary>
    public required IReadOnlyList<string> BeforeRestart { get; init; }

    /// <summary>What arrived.</summary>
    public required DeliveryFindings Findings { get; init; }

    /// <summary>How many messages of each kind arrived.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }
}
