using System.Text.Json;

namespace Earshot.Pipeline;

/// <summary>The files of one run.</summary>
/// <param name="path">The folder.</param>
public sealed class RunFolder(string path)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = path;

    /// <summary>The configuration, JSON.</summary>
    public string Configuration => At("run.json");

    /// <summary>The float model, ONNX.</summary>
    public string FloatModel => At("float.onnx");

    /// <summary>The int8 model, QDQ ONNX.</summary>
    public string QuantizedModel => At("model.onnx");

    /// <summary>The model pack.</summary>
    public string Pack => At("model.earshot");

    /// <summary>The report on the training.</summary>
    public string Report => At("report.html");

    /// <summary>Writes the configuration.</summary>
    public void Save(RunConfiguration configuration) =>
        AtomicFile.WriteAllText(Configuration, JsonSerializer.Serialize(configuration, RunJson.Indented) + "\n");

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="InputException">The folder holds no finished run, or its configuration is damaged.</exception>
    public RunConfiguration Load()
    {
        foreach (var file in new[] { Configuration, FloatModel, QuantizedModel, Pack })
        {
            if (!File.Exists(file))
            {
                throw new InputException(
                    Folder,
                    $"it holds no finished run: {Path.GetFileName(file)} is missing.",
                    "Give the folder that 'earshot train … --out DIR' filled, or run that command again to finish it.");
            }
        }

        try
        {
            return JsonSerializer.Deserialize<RunConfiguration>(File.ReadAllText(Configuration), RunJson.Indented)
                ?? throw new JsonException("it is null");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                Configuration, $"it cannot be read ({exception.Message}).", "Restore the file or train again.", exception);
        }
    }

    private string At(string name) => Path.Combine(Folder, name);
}
