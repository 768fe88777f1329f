using System.Text.Json;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;
using Earshot.Pipeline;

namespace Earshot.Experiments.Running;

/// <summary>The files of an experiment.</summary>
/// <param name="path">The folder.</param>
public sealed class ExperimentFolder(string path)
{
    /// <summary>Keys that say where things are or which runs there are, but not what a run does.</summary>
    private static readonly string[] HarmlessKeys = ["name", "dataset", "folds", "seeds"];

    /// <summary>The folder.</summary>
    public string Folder { get; } = path;

    /// <summary>The complete configuration.</summary>
    public string Configuration => At("experiment.yaml");

    /// <summary>The results.</summary>
    public string Results => At(ResultsFile.Name);

    /// <summary>The model card.</summary>
    public string ModelCard => At("model-card.md");

    /// <summary>The HTML report.</summary>
    public string Report => At("report.html");

    /// <summary>Features that have been computed.</summary>
    public string Features => At("features");

    /// <summary>Whether a folder holds an experiment, finished or not.</summary>
    public static bool IsExperiment(string folder) => File.Exists(new ExperimentFolder(folder).Configuration);

    /// <summary>The folder of one run, relative to <see cref="Folder"/>.</summary>
    public static string RunName(int fold, ulong seed) => FormattableString.Invariant($"fold-{fold}-seed-{seed}");

    /// <summary>The folder of a run inside this one.</summary>
    public RunFolder Run(string name) => new(At(name));

    /// <summary>Reads the results.</summary>
    /// <exception cref="InputException">The experiment has not been finished.</exception>
    public ExperimentResult LoadResults() => ResultsFile.Load(Folder);

    /// <summary>
    /// Writes the configuration into a new folder; in one that has been used, makes sure that it is the same. The dataset's
    /// place and name may change, and folds and seeds may be added, because that changes no run.
    /// </summary>
    /// <exception cref="InputException">The folder is of another experiment, or holds something else.</exception>
    internal void Claim(ExperimentFile file)
    {
        var configuration = Relocated(file);
        if (File.Exists(Configuration))
        {
            CheckSame(Settings(ExperimentFile.Load(Configuration).Configuration), Settings(configuration));
        }
        else if (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any())
        {
            throw new InputException(Folder, "it holds something that is no experiment.", "Give another folder with --out.");
        }

        AtomicFile.WriteAllText(Configuration, ConfigurationWriter.Yaml(configuration, comments: false));
    }

    /// <summary>Reads what a finished run came to; null when it is not finished.</summary>
    internal T? LoadPart<T>(string name)
        where T : class
    {
        var path = At(name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), ResultsFile.Json) ?? throw new JsonException("it is null");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Delete it, and that run is done again.", exception);
        }
    }

    internal void SavePart<T>(string name, T part) => AtomicFile.WriteAllText(At(name), JsonSerializer.Serialize(part, ResultsFile.Json) + "\n");

    /// <summary>The settings, with auxiliary sounds given or not: like the dataset, they may lie elsewhere.</summary>
    private static IReadOnlyDictionary<string, string> Settings(ExperimentConfiguration configuration) =>
        ConfigurationWriter.Settings(configuration.Auxiliary.Length == 0 ? configuration : configuration with { Auxiliary = "given" });

    private void CheckSame(IReadOnlyDictionary<string, string> there, IReadOnlyDictionary<string, string> here)
    {
        string[] differences = [.. there.Keys.Union(here.Keys)
            .Where(key => !HarmlessKeys.Contains(key) && there.GetValueOrDefault(key) != here.GetValueOrDefault(key))
            .Select(key => $"{key} is {there.GetValueOrDefault(key) ?? "not set"} there and {here.GetValueOrDefault(key) ?? "not set"} now")];
        if (differences.Length > 0)
        {
            throw new InputException(
                Folder,
                $"it holds an experiment with another configuration: {string.Join("; ", differences)}.",
                "Give another folder with --out to start anew, or the same configuration to go on with this one.");
        }
    }

    /// <summary>The configuration with paths that are right seen from this folder.</summary>
    private ExperimentConfiguration Relocated(ExperimentFile file)
    {
        var from = file.Folder;
        var (configuration, own) = (file.Configuration, Path.GetFullPath(Folder));
        return configuration with
        {
            Dataset = Relocate(configuration.Dataset),
            Auxiliary = Relocate(configuration.Auxiliary),
            Teacher = [.. configuration.Teacher.Select(Relocate)],
            Pretrained = Relocate(configuration.Pretrained),
        };

        string Relocate(string path) => path.Length == 0 || path == Datasets.Synthetic.SyntheticDataset.Name
            ? path
            : Path.GetRelativePath(own, Path.GetFullPath(path, from)).Replace('\\', '/');
    }

    private string At(string name) => Path.Combine(Folder, name);
}
