using System.Text.Json;
using Earshot.Packing.Inspection;

namespace Earshot.Cli.Output.Reports;

/// <summary>
/// What <c>earshot bench DIR --json DIR/bench.json</c> measured of the model in a run folder: cycles of the fastest kernels for a core.
/// </summary>
internal sealed class MeasuredFigures
{
    /// <summary>The file's name in a run folder.</summary>
    public const string FileName = "bench.json";

    private readonly Dictionary<string, (double Low, double High)> _cycles = [];

    private MeasuredFigures()
    {
    }

    /// <summary>Reads the figures of a folder; none where there is no such file or it is of another model.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="model">The run's model; a row counts only if MACs and arena are the model's.</param>
    /// <exception cref="InputException">The file is damaged.</exception>
    public static MeasuredFigures Read(string folder, ModelInspection model)
    {
        var figures = new MeasuredFigures();
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return figures;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var row in document.RootElement.GetProperty("rows").EnumerateArray())
            {
                var core = row.GetProperty("core").GetString()!;
                var cycles = (Low: row.GetProperty("cycles_low").GetDouble(), High: row.GetProperty("cycles_high").GetDouble());
                var isOfModel = row.GetProperty("macs").GetInt64() == model.Macs && row.GetProperty("arena_bytes").GetInt64() == model.ArenaBytes;
                if (isOfModel && (!figures._cycles.TryGetValue(core, out var known) || cycles.High < known.High))
                {
                    figures._cycles[core] = cycles;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException(
                path,
                $"it is not what 'earshot bench --json' writes ({exception.Message}).",
                "Delete it, or measure again: earshot bench DIR --json DIR/bench.json.",
                exception);
        }

        return figures;
    }

    /// <summary>Cycles of one hop of a stream, or of one window, on a core; null where it was not measured.</summary>
    public (double Low, double High)? Cycles(string core) => _cycles.TryGetValue(core, out var cycles) ? cycles : null;
}
