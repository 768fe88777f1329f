namespace Earshot.Training.Features;

/// <summary>Clips as int8 features, and what the integers stand for.</summary>
public sealed record FeatureSet
{
    /// <summary>The classes, in the order of a model's outputs.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>How many of the labels, the last ones, are of auxiliary sounds: they are learnt, and no model is asked for them.</summary>
    public int AuxiliaryLabels { get; init; }

    /// <summary>The clips.</summary>
    public required IReadOnlyList<FeatureClip> Clips { get; init; }

    /// <summary>
    /// Whether a frame's features are the samples of a hop, as sign and μ-law code (<see cref="Sampling.SampleCode"/>),
    /// instead of mel bands.
    /// </summary>
    public bool HoldsSamples { get; init; }

    /// <summary>Mel bands, or samples of a hop.</summary>
    public required int Bands { get; init; }

    /// <summary>A feature is (q − zero point) · scale.</summary>
    public required float Scale { get; init; }

    /// <summary>The integer that stands for a feature of zero.</summary>
    public required int ZeroPoint { get; init; }

    /// <summary>
    /// For each band, by how much its feature rises when its power doubles (3.01 dB). Augmentation needs it to change gain
    /// and to mix sounds. Empty for samples.
    /// </summary>
    public required IReadOnlyList<float> UnitsPerDoubling { get; init; }

    /// <summary>The frequency of each band's middle in Hz, ascending; empty when nothing needs it.</summary>
    public IReadOnlyList<float> BandHertz { get; init; } = [];

    /// <summary>
    /// White noise, then other colours, heard by the same front end; their labels mean nothing. Augmentation adds them to
    /// sounds; empty when nothing needs them.
    /// </summary>
    public IReadOnlyList<FeatureClip> Noise { get; init; } = [];

    /// <summary>Seconds from one frame to the next.</summary>
    public required float HopSeconds { get; init; }

    /// <summary>The front end's settings, to be recorded in the exported model.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The set with auxiliary sounds behind its own.</summary>
    /// <param name="auxiliary">The features of the auxiliary sounds, by the same front end; null for none.</param>
    public FeatureSet With(FeatureSet? auxiliary) => auxiliary is null
        ? this
        : this with
        {
            Labels = [.. Labels, .. auxiliary.Labels],
            AuxiliaryLabels = auxiliary.Labels.Count,
            Clips = [.. Clips, .. auxiliary.Clips.Select(clip => clip with { Label = clip.Label + Labels.Count })],
        };

    /// <summary>The set without its auxiliary sounds.</summary>
    public FeatureSet WithoutAuxiliary() => Where(IsOwn) with { Labels = [.. Labels.SkipLast(AuxiliaryLabels)], AuxiliaryLabels = 0 };

    /// <summary>Whether a clip is of the set's own classes.</summary>
    public bool IsOwn(FeatureClip clip) => clip.Label < Labels.Count - AuxiliaryLabels;

    /// <summary>The set with some of its clips only.</summary>
    public FeatureSet Where(Func<FeatureClip, bool> keep) => this with { Clips = [.. Clips.Where(keep)] };
}
