using Earshot.Benchmarks.Measuring;
using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Planning;
using Earshot.Quantization.References;

namespace Earshot.Cli.Commands;

/// <summary>The models that <c>earshot bench</c> measures.</summary>
internal static class BenchmarkModels
{
    /// <summary>Loads what was named, or the reference networks.</summary>
    /// <param name="paths">ONNX models, packs, run folders.</param>
    /// <param name="load">Reads an ONNX model with what was said of it.</param>
    /// <param name="preference">What ONNX models are packed for.</param>
    /// <exception cref="InputException">One of them cannot be read or packed.</exception>
    public static IReadOnlyList<BenchmarkModel> Load(
        IReadOnlyList<string> paths, Func<string, ModelSource> load, MemoryPreference preference)
    {
        var sources = paths.Count > 0
            ? paths.SelectMany(path => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)
                ? OfOnnx(Path.GetFileNameWithoutExtension(path), load(path), path, preference)
                : [OfPack(path)])
            : ReferenceNetworks.All.SelectMany(network => OfOnnx(
                network.Key, new ModelSource(network.Value().Quantized(), TimeAxis.Height, null, null), network.Key, preference));
        return [.. sources];
    }

    /// <summary>A model that can run as a stream is measured as a whole window and as a stream.</summary>
    private static IEnumerable<BenchmarkModel> OfOnnx(string name, ModelSource source, string path, MemoryPreference preference)
    {
        var network = QdqImporter.Import(source.Model, path, source.TimeAxis);
        var settings = source.CostSettings(network, path) with { Preference = preference, Mode = ModelMode.Window };
        yield return new BenchmarkModel(name, path, ModelPacker.Pack(network, settings, path).Bytes);
        if (TimePlan.WhyNotStream(network) is null)
        {
            var stream = ModelPacker.Pack(network, settings with { Mode = ModelMode.Stream }, path);
            yield return new BenchmarkModel($"{name}-stream", path, stream.Bytes);
        }
    }

    private static BenchmarkModel OfPack(string path)
    {
        var file = ModelArgument.PackPath(path);
        using var model = Model.OpenFile(file);
        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
        return new BenchmarkModel(model.Mode == ModelMode.Stream ? $"{name}-stream" : name, file, File.ReadAllBytes(file));
    }
}
