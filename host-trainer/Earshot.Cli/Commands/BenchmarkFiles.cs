using Earshot.Benchmarks.Models;
using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Planning;

namespace Earshot.Cli.Commands;

/// <summary>The files that <c>earshot bench</c> measures.</summary>
internal static class BenchmarkFiles
{
    /// <summary>The pack in a file or run folder; or an ONNX model as a window and, if it can run so, as a stream.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="source">Reads it as an ONNX model, with what was said of it.</param>
    /// <param name="preference">What an ONNX model is packed for.</param>
    /// <exception cref="InputException">It cannot be read or packed.</exception>
    public static IEnumerable<BenchmarkModel> Load(string path, Func<ModelSource> source, MemoryPreference preference) =>
        path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? OfOnnx(path, source(), preference) : [OfPack(path)];

    private static IEnumerable<BenchmarkModel> OfOnnx(string path, ModelSource source, MemoryPreference preference)
    {
        var name = Path.GetFileNameWithoutExtension(path);
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
        return new BenchmarkModel(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)), file, File.ReadAllBytes(file));
    }
}
