using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;
using Earshot.Pipeline;
using Earshot.Quantization.References;
using Earshot.Training.Models;

namespace Earshot.Benchmarks.Models;

/// <summary>
/// What is measured when nothing is given: front ends, the reference networks by which engines are compared, and every network
/// of the zoo. All weights are random and seeded.
/// </summary>
public static class BuiltInModels
{
    private const int FrontEndBands = 30;
    private static readonly int[] TransformSizes = [512, 1024];

    /// <summary>The names, in the order in which they are measured.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. TransformSizes.Select(FrontEndName), .. ReferenceNetworks.All.Keys, .. ModelZoo.Names.Select(ZooName)];

    /// <summary>Makes one of them.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="preference">What it is packed for.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static IBenchmarkSubject Create(string name, MemoryPreference preference)
    {
        var size = TransformSizes.FirstOrDefault(size => FrontEndName(size) == name);
        if (size > 0)
        {
            return FrontEnd(size);
        }

        if (ReferenceNetworks.All.TryGetValue(name, out var build))
        {
            var network = QdqImporter.Import(build().Quantized(), name);
            var mode = ReferenceNetworks.IsStream(name) ? ModelMode.Stream : ModelMode.Window;
            return new BenchmarkModel(name, name, ModelPacker.Pack(network, ReferenceSettings(network, mode, preference), name).Bytes);
        }

        var model = ModelZoo.Names.FirstOrDefault(model => ZooName(model) == name)
            ?? throw new InputException("--model", $"'{name}' is not built in.", $"Use one of {string.Join(", ", Names)}, or give a file.");
        return new BenchmarkModel(name, name, UntrainedModel.Pack(model, preference).Bytes);
    }

    /// <summary>The front end by which others are compared: a whole transform's length as the frame, half of it as the hop, 30 bands.</summary>
    private static BenchmarkFrontEnd FrontEnd(int size) => new(
        FrontEndName(size),
        FrontEndTables.Build(new FrontEndConfiguration
        {
            FrameSamples = size,
            HopSamples = size / 2,
            FftSize = size,
            Bands = FrontEndBands,
            Normalisation = NormalisationMode.Causal,
        }));

    private static PackSettings ReferenceSettings(QuantizedNetwork network, ModelMode mode, MemoryPreference preference) => new()
    {
        FrontEnd = FrontEndTables.Build(new FrontEndConfiguration
        {
            Bands = network.Input.Frequency,
            FeatureScale = network.Input.Parameters.Scale,
            FeatureZeroPoint = network.Input.Parameters.ZeroPoint,
        }),
        Classes = PackDefaults.Classes([.. Enumerable.Range(0, network.Classes).Select(index => $"class {index}")]),
        Mode = mode,
        Preference = preference,
    };

    private static string FrontEndName(int size) => $"front-end-{size}";

    /// <summary>A network of the zoo that is also a reference network has another window there.</summary>
    private static string ZooName(string name) => ReferenceNetworks.All.ContainsKey(name) ? $"zoo/{name}" : name;
}
