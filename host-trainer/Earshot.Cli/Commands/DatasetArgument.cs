using System.CommandLine;
using Earshot.Datasets;
using Earshot.Datasets.Loading;
using Earshot.Datasets.Synthetic;

namespace Earshot.Cli.Commands;

/// <summary>A dataset on the command line: a folder, or the word <c>synthetic</c>.</summary>
internal static class DatasetArgument
{
    /// <summary>The argument.</summary>
    public static Argument<string> Create() => new("DATASET")
    {
        Description = "Folder of recordings (ESC-50, UrbanSound8K or one folder per class), or 'synthetic' for the built-in set.",
    };

    /// <summary>The dataset that it names.</summary>
    /// <exception cref="InputException">There is none, or it is faulty.</exception>
    public static Dataset Load(string name) => name == SyntheticDataset.Name
        ? SyntheticDataset.Create()
        : DatasetLoader.Load(name);
}
