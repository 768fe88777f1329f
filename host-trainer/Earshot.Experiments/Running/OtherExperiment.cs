using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;

namespace Earshot.Experiments.Running;

/// <summary>A finished experiment that another one names.</summary>
internal static class OtherExperiment
{
    /// <summary>Reads its results.</summary>
    /// <param name="file">The file that names it.</param>
    /// <param name="key">The key that names it.</param>
    /// <param name="named">Its folder, relative to the file.</param>
    /// <exception cref="InputException">It is not finished.</exception>
    internal static (string Path, ExperimentResult Result) Load(ExperimentFile file, string key, string named)
    {
        var path = Path.GetFullPath(named, file.Folder);
        return (path, file.Read(key, () => ResultsFile.Load(path)));
    }
}
