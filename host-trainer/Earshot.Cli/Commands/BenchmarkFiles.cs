using Earshot.Benchmarks.Models;
using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Planning;

namespace Earshot.Cli.Commands;

/// <summary>The files that <c>earshot bench</c> measures.</summary>
internal static class BenchmarkFiles
{
    /// <summary>
    /// The pack in a file or run folder; or an ONNX model as a window and, if it can run so, as a stream. What is read at once is
    /// packed when it is known what for.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="source">Reads it as an ONNX model, with what was said of it.</param>
    /// <exception cref="InputException">It cannot be read or packed.</exception>
    public static IEnumerable<BenchSubject> Load(string path, Func<ModelSource> source) =>
        path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? OfOnnx(path, source()) : [OfPack(path)];

    private static IEnumerable<BenchSubject> OfOnnx(string path, ModelSource source)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var network = QdqImporter.Import(source.Model, path, source.TimeAxis);
        var settings = source.CostSettings(network, path);
        yield return Of(name, ModelMode.Window);
        if (TimePlan.WhyNotStream(network) is null)
        {
            yield return Of($"{name}-stream", ModelMode.Stream);
        }

        BenchSubject Of(string row, ModelMode mode) => new(
            row,
            IsAskedFor: true,
            preference => new BenchmarkModel(row, path, ModelPacker.Pack(network, settings with { Preference = preference, Mode = mode }, path).Bytes));
    }

    private static BenchSubject OfPack(string path)
    {
        var file = ModelArgument.PackPath(path);
        using var opened = Model.OpenFile(file);
        var model = new BenchmarkModel(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)), file, File.ReadAllBytes(file));
        return new BenchSubject(model.Name, IsAskedFor: true, _ => model);
    }
}
