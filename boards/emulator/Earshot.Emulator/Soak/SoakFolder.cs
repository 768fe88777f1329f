using System.Globalization;
using System.Text.Json;

namespace Earshot.Emulator.Soak;

/// <summary>
/// A soak's folder: <c>soak.json</c> says what runs, <c>nodes/0007.json</c> what a node did, <c>nodes/0007.trace</c> what happened on a node
/// in which something was found. A node whose file is there is not run again.
/// </summary>
public sealed class SoakFolder
{
    private const string PlanFile = "soak.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        // As AtomicFile writes it: the plan is compared with its file.
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly string _path;

    private SoakFolder(string path, SoakPlan plan)
    {
        _path = path;
        Plan = plan;
    }

    /// <summary>What runs.</summary>
    public SoakPlan Plan { get; }

    /// <summary>Opens a folder, or begins one.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="plan">What is to run.</param>
    /// <exception cref="InputException">It holds another soak, or something else.</exception>
    public static SoakFolder Open(string path, SoakPlan plan)
    {
        var file = Path.Combine(path, PlanFile);
        var text = JsonSerializer.Serialize(plan, Json) + "\n";
        if (File.Exists(file))
        {
            if (File.ReadAllText(file).ReplaceLineEndings("\n") != text)
            {
                throw new InputException(file, "it was begun with other settings.", "Give the settings that it names, or another folder with --out.");
            }
        }
        else
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new InputException(path, "the folder is in use for something else.", "Give an empty or a new folder with --out.");
            }

            Directory.CreateDirectory(Path.Combine(path, "nodes"));
            AtomicFile.WriteAllText(file, text);
        }

        return new SoakFolder(path, plan);
    }

    /// <summary>What a node did; null when it has not run to its end.</summary>
    /// <param name="node">Its number, from 0.</param>
    /// <exception cref="InputException">Its file is damaged.</exception>
    public SoakNodeResult? Read(int node)
    {
        var file = FileOf(node, "json");
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SoakNodeResult>(File.ReadAllText(file), Json);
        }
        catch (JsonException exception)
        {
            throw new InputException(file, $"it cannot be read ({exception.Message}).", "Delete it; the node runs again.", exception);
        }
    }

    /// <summary>Keeps what a node did.</summary>
    /// <param name="result">What it did.</param>
    /// <param name="trace">What happened on its board; kept when something was found.</param>
    public void Write(SoakNodeResult result, IReadOnlyList<string> trace)
    {
        if (result.Findings.Count > 0)
        {
            AtomicFile.WriteAllText(FileOf(result.Node, "trace"), string.Join('\n', trace) + "\n");
        }

        AtomicFile.WriteAllText(FileOf(result.Node, "json"), JsonSerializer.Serialize(result, Json) + "\n");
    }

    /// <summary>Keeps the sum of all nodes.</summary>
    public void Write(SoakSummary summary) => AtomicFile.WriteAllText(Path.Combine(_path, "summary.json"), JsonSerializer.Serialize(summary, Json) + "\n");

    private string FileOf(int node, string extension) =>
        Path.Combine(_path, "nodes", string.Create(CultureInfo.InvariantCulture, $"{node:D4}.{extension}"));
}
