using System.CommandLine;
using Earshot.Pipeline;

namespace Earshot.Cli.Commands;

/// <summary>A model on the command line: a file, or the folder of a run.</summary>
internal static class ModelArgument
{
    /// <summary>The argument.</summary>
    public static Argument<string> Create(string description) => new("MODEL") { Description = description };

    /// <summary>The pack that it names.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string PackPath(string model)
    {
        var path = Directory.Exists(model) ? new RunFolder(model).Pack : model;
        return File.Exists(path)
            ? path
            : throw new InputException(path, "there is no such model pack.", "Give a .earshot file or the folder that 'earshot train … --out DIR' filled.");
    }
}
