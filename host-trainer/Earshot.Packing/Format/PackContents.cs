using Earshot.Native;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Format;

/// <summary>What a pack says, as the host reads it.</summary>
public sealed record PackContents
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text, by convention JSON.</summary>
    public required string Details { get; init; }

    /// <summary>Size of the file.</summary>
    public required int Bytes { get; init; }

    /// <summary>Stream or window.</summary>
    public required ModelMode Mode { get; init; }

    /// <summary>Feature columns that one decision looks back on.</summary>
    public required int WindowColumns { get; init; }

    /// <summary>Feature columns between decisions.</summary>
    public required int DecisionHop { get; init; }

    /// <summary>Feature columns that are worked on at a time.</summary>
    public required int BlockColumns { get; init; }

    /// <summary>Size of the planned arena, without the engine's own state.</summary>
    public required int PlannedArenaBytes { get; init; }

    /// <summary>Size of the kernels' working memory.</summary>
    public required int LayerScratchBytes { get; init; }

    /// <summary>What the kernels need, layer by layer; empty for a pack that the C module refuses.</summary>
    public required IReadOnlyList<KernelNeeds> Needs { get; init; }

    /// <summary>Time constant of the score average.</summary>
    public required TimeSpan Smoothing { get; init; }

    /// <summary>Hops below this level are quiet, dB; −128 for never.</summary>
    public required double QuietLevel { get; init; }

    /// <summary>The front end.</summary>
    public required FrontEndTables FrontEnd { get; init; }

    /// <summary>The classes.</summary>
    public required IReadOnlyList<ModelClass> Classes { get; init; }

    /// <summary>The tensors; the first holds the features.</summary>
    public required IReadOnlyList<PackTensor> Tensors { get; init; }

    /// <summary>The layers, in the order of execution.</summary>
    public required IReadOnlyList<PackLayer> Layers { get; init; }

    /// <summary>The tensor of the logits.</summary>
    public required int Logits { get; init; }

    /// <summary>The tensor of the probabilities.</summary>
    public required int Scores { get; init; }

    /// <summary>Memory that the engine needs in all (docs/model-pack.md, the end of "The arena plan").</summary>
    public int ArenaBytes => PlannedArenaBytes + ArenaPlan.Align(2 * FrontEnd.FftSize) + ArenaPlan.Align(2 * FrontEnd.BandCount)
        + ArenaPlan.Align(8 * Layers.Count) + ArenaPlan.Align(8 * Tensors.Count);
}
