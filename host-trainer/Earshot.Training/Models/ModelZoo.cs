using Earshot.Training.Models.Published;
using Earshot.Training.Models.Streaming;
using Earshot.Training.Models.Thesis;
using Earshot.Training.Networks;

namespace Earshot.Training.Models;

/// <summary>The networks that can be trained by name.</summary>
public static class ModelZoo
{
    /// <summary>The network that is trained when none is named.</summary>
    public const string DefaultName = EarshotS.Name;

    private static readonly SortedDictionary<string, ZooModel> Models = new(
        new ZooModel[]
        {
            new(DsCnn64.Name, "Earshot", DsCnn64.Build),
            new(EarshotS.Name, "Earshot", EarshotS.Build),
            new(EarshotM.Name, "Earshot", EarshotM.Build),
            new(EarshotL.Name, "Earshot", EarshotL.Build),
            new(SbCnn.Name, "Nordby 2019", SbCnn.Build),
            new(SbCnnDs.Name, "Nordby 2019", SbCnnDs.Build),
            new(Stride.Name, "Nordby 2019", Stride.Build),
            new(StrideDs12.Name, "Nordby 2019", StrideDs12.Build),
            new(StrideDs16.Name, "Nordby 2019", StrideDs16.Build),
            new(StrideDs20.Name, "Nordby 2019", StrideDs20.Build),
            new(StrideDs24.Name, "Nordby 2019", StrideDs24.Build),
            new(StrideDs3x3.Name, "Nordby 2019", StrideDs3x3.Build),
            new(StrideBottleneckDs.Name, "Nordby 2019", StrideBottleneckDs.Build),
            new(StrideEffnet.Name, "Nordby 2019", StrideEffnet.Build),
            new(LdCnn.Name, "Zhang 2018", LdCnn.Build),
            new(DilatedCnn.Name, "Zhang 2017", DilatedCnn.Build),
            new(DsCnn.Name, "Banbury 2021", DsCnn.Build),
            new(RawCnn.Name, "Huang 2018", RawCnn.Build) { HearsSamples = true },
        }.ToDictionary(model => model.Name),
        StringComparer.Ordinal);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => Models.Keys;

    /// <summary>Where a network comes from: author and year.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is no such model.</exception>
    public static string Source(string name) => Find(name).Source;

    /// <summary>Whether a network takes the samples of each hop instead of mel bands.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is no such model.</exception>
    public static bool HearsSamples(string name) => Find(name).HearsSamples;

    /// <summary>Defines a network.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="frames">Frames in a window.</param>
    /// <param name="bands">Mel bands, or samples of a hop.</param>
    /// <param name="classes">Classes.</param>
    /// <exception cref="InputException">There is no such model, or it does not fit windows of this size.</exception>
    public static NetworkDefinition Build(string name, int frames, int bands, int classes)
    {
        var model = Find(name);
        try
        {
            var network = model.Build(frames, bands, classes);
            // With padding a kernel fits into any window, but one that is longer than the window would see mostly zeros.
            var reach = network.Layers.OfType<ConvolutionLayer>().Max(layer => layer.KernelHeight);
            return reach <= frames ? network : throw new ArgumentException($"A kernel of {reach} does not fit into {frames}.");
        }
        catch (ArgumentException exception)
        {
            throw new InputException(
                name,
                $"it cannot take windows of {frames} frames and {bands} bands ({exception.Message}).",
                "Use longer windows, a shorter hop or more bands.",
                exception);
        }
    }

    private static ZooModel Find(string name) => Models.TryGetValue(name, out var model)
        ? model
        : throw new InputException(name, "there is no model of this name.", $"Choose one of: {string.Join(", ", Names)}.");
}
