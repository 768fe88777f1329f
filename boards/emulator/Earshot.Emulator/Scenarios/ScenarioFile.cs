using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Yaml;

namespace Earshot.Emulator.Scenarios;

/// <summary>A scenario's YAML file, read and checked.</summary>
public sealed class ScenarioFile
{
    /// <summary>The command that prints a scenario to start from.</summary>
    public const string TemplateCommand = "earshot emulate --template";

    private readonly ConfigurationReader _reader;

    private ScenarioFile(string path, ConfigurationReader reader, ScenarioConfiguration configuration)
    {
        Path = path;
        _reader = reader;
        Configuration = configuration;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it says; files that it names are seen from the current folder.</summary>
    public ScenarioConfiguration Configuration { get; }

    /// <summary>A scenario that works after <c>earshot demo</c>, with every kind of entry explained.</summary>
    public static string Template
    {
        get
        {
            using var stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream("scenario-template.yaml")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Model pack or run folder in place of the file's, as seen from the current folder.</param>
    /// <exception cref="InputException">It cannot be read, is no YAML, or says something that makes no sense.</exception>
    public static ScenarioFile Load(string path, string? model = null) =>
        Parse(ConfigurationText.Read(path, "a scenario", TemplateCommand), path, model);

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file, for errors, for its name and for what it names.</param>
    /// <param name="model"><inheritdoc cref="Load" path="/param[@name='model']"/></param>
    /// <exception cref="InputException"><inheritdoc cref="Load" path="/exception"/></exception>
    public static ScenarioFile Parse(string text, string path, string? model = null)
    {
        var reader = new ConfigurationReader(path, TemplateCommand);
        var configuration = (ScenarioConfiguration)reader.Read(reader.Parse(text), new ScenarioConfiguration(), "");
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        configuration = configuration with
        {
            Name = configuration.Name.Length > 0 ? configuration.Name : System.IO.Path.GetFileNameWithoutExtension(path),
            App = Below(configuration.App),
            Model = model ?? Below(configuration.Model),
            BuiltInModel = Below(configuration.BuiltInModel),
            Sounds = [.. configuration.Sounds.Select(sound => sound.Below(path))],
        };
        var file = new ScenarioFile(path, reader, configuration);
        new ScenarioCheck(file).Run();
        return file;

        string Below(string name) => name.Length == 0 ? "" : System.IO.Path.GetFullPath(name, folder);
    }

    /// <summary>An error in a key's value.</summary>
    /// <param name="key">The key with those above it, such as <c>faults[0].at</c>.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="cause">The cause.</param>
    public InputException Error(string key, string problem, string remedy, Exception? cause = null)
    {
        // A key that was left out stands where its entry begins.
        var place = _reader.Place(key);
        for (var at = key; place == Path && at.LastIndexOf('.') is > 0 and var dot;)
        {
            at = at[..dot];
            place = _reader.Place(at);
        }

        return new InputException(place, $"'{key}': {problem}", remedy, cause);
    }

    /// <summary>Where an entry stands, such as <c>lamp-post.yaml, line 12</c>.</summary>
    public string Place(string key) => _reader.Place(key);
}
