using Earshot.Datasets;
using Earshot.Datasets.Synthetic;
using Earshot.Native;
using Earshot.Quantization;
using Earshot.Training.Running;
using Earshot.Yaml;
using YamlDotNet.RepresentationModel;

namespace Earshot.Experiments.Configuration;

/// <summary>An experiment's YAML file, read: its configuration, and where each key stands for errors that are found later.</summary>
public sealed class ExperimentFile
{
    private const string TemplateCommand = "earshot experiment --template";
    private const string CandidatesKey = "candidates";

    private readonly ConfigurationReader _reader;

    private ExperimentFile(string path, ConfigurationReader reader, ExperimentConfiguration configuration)
    {
        Path = path;
        _reader = reader;
        Configuration = configuration;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it says.</summary>
    public ExperimentConfiguration Configuration { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, is no YAML, or has an unknown key or a value of the wrong type.</exception>
    public static ExperimentFile Load(string path) => Parse(ConfigurationText.Read(path, "an experiment", TemplateCommand), path);

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file, for errors and for the experiment's name.</param>
    /// <exception cref="InputException">It is no YAML, or has an unknown key or a value of the wrong type.</exception>
    public static ExperimentFile Parse(string text, string path)
    {
        var reader = new ConfigurationReader(path, TemplateCommand, ExperimentKeys.IsKey);
        var root = reader.Parse(text);
        var configuration = (ExperimentConfiguration)reader.Read(root, new ExperimentConfiguration(), "", CandidatesKey);
        if (configuration.Name.Length == 0)
        {
            configuration = configuration with { Name = System.IO.Path.GetFileNameWithoutExtension(path) };
        }

        if (root.Children.TryGetValue(new YamlScalarNode(CandidatesKey), out var candidates) && !ConfigurationReader.IsNothing(candidates))
        {
            configuration = configuration with { Candidates = ReadCandidates(reader, candidates, configuration) };
        }

        return new ExperimentFile(path, reader, configuration);
    }

    /// <summary>The folder that the file lies in. Relative paths in it start there.</summary>
    internal string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>Loads the dataset that the file names.</summary>
    /// <param name="load">Loads the folder, or <see cref="SyntheticDataset.Name"/>.</param>
    /// <exception cref="InputException">The file names none, or it cannot be loaded.</exception>
    public Dataset LoadDataset(Func<string, Dataset> load) => LoadNamed("dataset", Configuration.Dataset, load)
        ?? throw Error("dataset", "it is missing.", "Add 'dataset: FOLDER', or give the folder with --dataset.");

    /// <summary>Loads the dataset of auxiliary sounds that the file names; null when it names none.</summary>
    /// <param name="load">As for <see cref="LoadDataset"/>.</param>
    /// <exception cref="InputException">It cannot be loaded.</exception>
    public Dataset? LoadAuxiliary(Func<string, Dataset> load) => LoadNamed("auxiliary", Configuration.Auxiliary, load);

    private Dataset? LoadNamed(string key, string dataset, Func<string, Dataset> load) => PathOf(dataset) is { } path ? Read(key, () => load(path)) : null;

    private string? PathOf(string dataset) => dataset switch
    {
        "" => null,
        SyntheticDataset.Name => SyntheticDataset.Name,
        _ => System.IO.Path.GetFullPath(dataset, Folder),
    };

    /// <summary>An error in a key's value.</summary>
    /// <param name="key">The key with those above it, such as <c>training.epochs</c>.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="cause">The cause.</param>
    public InputException Error(string key, string problem, string remedy, Exception? cause = null) =>
        new(_reader.Place(key), $"'{key}': {problem}", remedy, cause);

    /// <summary>Reads or checks what a key's value stands for; what is wrong with it is said of that key.</summary>
    /// <param name="key">The key with those above it.</param>
    /// <param name="read">Reads or checks it.</param>
    /// <exception cref="InputException">What <paramref name="read"/> threw, with the key's place.</exception>
    public T Read<T>(string key, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InputException exception)
        {
            throw Error(key, $"{exception.Origin}: {exception.Problem}", exception.Remedy, exception);
        }
    }

    private static Candidate[] ReadCandidates(ConfigurationReader reader, YamlNode node, ExperimentConfiguration configuration)
    {
        if (node is not YamlMappingNode mapping)
        {
            throw reader.Error(node.Start, "'candidates' is not a mapping.", "Give each candidate a name and, below it, the keys that it changes.");
        }

        return [.. mapping.Children.Select(pair => ReadCandidate(reader, pair.Key, pair.Value, configuration))];
    }

    private static Candidate ReadCandidate(ConfigurationReader reader, YamlNode nameNode, YamlNode node, ExperimentConfiguration configuration)
    {
        var name = (nameNode as YamlScalarNode)?.Value ?? "";
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw reader.Error(
                nameNode.Start, $"'candidates.{name}' is no name for a candidate.", "Use letters, digits, '-' and '_': it becomes a folder's name.");
        }

        var candidate = new Candidate
        {
            Name = name,
            FrontEnd = configuration.FrontEnd,
            Training = configuration.Training,
            Quantization = configuration.Quantization,
        };
        if (ConfigurationReader.IsNothing(node))
        {
            return candidate;
        }

        if (node is not YamlMappingNode mapping)
        {
            throw reader.Error(node.Start, $"'candidates.{name}' has a value of its own.", "Give it the keys that it changes, indented below it.");
        }

        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            var path = $"candidates.{name}.{key}";
            candidate = key switch
            {
                "front-end" => candidate with { FrontEnd = (FrontEndConfiguration)reader.Read(value, candidate.FrontEnd, path + ".") },
                "training" => candidate with { Training = (TrainingOptions)reader.Read(value, candidate.Training, path + ".") },
                "quantization" => candidate with { Quantization = (QuantizationOptions)reader.Read(value, candidate.Quantization, path + ".") },
                _ => throw reader.Unknown(keyNode.Start, path, key, ["front-end", "training", "quantization"]),
            };
        }

        return candidate;
    }
}
