using System.CommandLine;
using Earshot.Onnx;
using Earshot.Packing.Import;

namespace Earshot.Cli.Commands;

/// <summary>What has to be said of an ONNX model that does not say it itself: front end, labels, time axis.</summary>
internal sealed class ModelSourceOptions
{
    private readonly Option<FileInfo?> _frontEnd = new("--front-end")
    {
        Description = "Front end of the training as JSON, for a model that does not record it.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo?> _labels = new("--labels")
    {
        Description = "Text file with one label a line in the order of the outputs, for a model that does not record them.",
        HelpName = "FILE",
    };

    private readonly Option<TimeAxis> _timeAxis = new("--time-axis")
    {
        Description = "Which image axis of the model is time: Height (default) or Width.",
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_frontEnd);
        command.Options.Add(_labels);
        command.Options.Add(_timeAxis);
    }

    /// <summary>Reads the model and what was said of it.</summary>
    public ModelSource Load(ParseResult parsed, string path) => new(
        OnnxFile.Load(path), parsed.GetValue(_timeAxis), parsed.GetValue(_frontEnd)?.FullName, parsed.GetValue(_labels)?.FullName);
}
