using Earshot.Datasets;
using Earshot.Datasets.Synthetic;
using Earshot.Native;
using Earshot.Onnx;
using Earshot.Quantization;
using Earshot.Training.Features;

namespace Earshot.Pipeline.Tests.Zoo;

/// <summary>Features of a few synthetic clips, computed once for all models of the zoo that take the same features.</summary>
public sealed class ZooData
{
    /// <summary>Frames of a window.</summary>
    public const int Frames = 62;

    private const int Windows = 40;

    private static readonly IReadOnlyList<Clip> Clips = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).Clips;

    private readonly Dictionary<FrontEndKind, FeatureSet> _sets = [];

    /// <summary>What a model is trained on.</summary>
    public FeatureSet Features(string model)
    {
        var frontEnd = FrontEnd(model);
        if (!_sets.TryGetValue(frontEnd.Kind, out var set))
        {
            _sets[frontEnd.Kind] = set = FeatureExtraction.Compute(FeatureExtraction.Fit(frontEnd, Clips), SyntheticDataset.Labels, Clips);
        }

        return set;
    }

    /// <summary>The front end of a model.</summary>
    public static FrontEndConfiguration FrontEnd(string model) => DefaultFrontEnd.For(model, DefaultFrontEnd.Configuration);

    /// <summary>Windows to choose int8 ranges with.</summary>
    public FeatureWindows Calibration(string model) => Cut(Features(model), 0);

    /// <summary>Other windows.</summary>
    public FeatureWindows Test(string model) => Cut(Features(model), Frames);

    private static FeatureWindows Cut(FeatureSet set, int firstFrame) => new(
        set.Clips.Take(Windows).SelectMany(clip => clip.Values.AsSpan(firstFrame * set.Bands, Frames * set.Bands).ToArray()).ToArray(),
        Frames,
        set.Bands,
        new QuantizationParameters(set.Scale, (sbyte)set.ZeroPoint));
}
