using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Planning;

namespace Earshot.Packing;

/// <summary>What a pack holds beside the network.</summary>
public sealed record PackSettings
{
    /// <summary>The front end that made the features on which the network was trained.</summary>
    public required FrontEndTables FrontEnd { get; init; }

    /// <summary>The classes, in the order of the network's outputs.</summary>
    public required IReadOnlyList<ModelClass> Classes { get; init; }

    /// <summary>The model's name; null takes the network's.</summary>
    public string? Name { get; init; }

    /// <summary>Free text, by convention JSON with the provenance.</summary>
    public string Details { get; init; } = "";

    /// <summary>Feature columns between decisions; null chooses about an eighth of the window (stream) or a half (window).</summary>
    public int? DecisionHop { get; init; }

    /// <summary>Time constant of the score average; zero is none.</summary>
    public TimeSpan Smoothing { get; init; }

    /// <summary>Hops below this level are quiet, in dB where 0 is a full-scale sine of 1 kHz; −128 is never.</summary>
    public double QuietLevel { get; init; } = -128;

    /// <summary>Null takes stream mode where the network allows it.</summary>
    public ModelMode? Mode { get; init; }

    /// <summary>Feature columns that are worked on at a time; null lets <see cref="Preference"/> choose.</summary>
    public int? BlockColumns { get; init; }

    /// <summary>What the step is chosen for.</summary>
    public MemoryPreference Preference { get; init; }

    /// <summary>
    /// Working memory for the kernels in bytes; null gives as much as they can use: the <c>armv7em</c> kernels when the speed
    /// counts, those of <c>EARSHOT_SMALL</c> when the size counts. Less makes them slower and changes no result.
    /// </summary>
    public int? LayerScratchBytes { get; init; }
}
