using Xunit;

namespace Earshot.TestSupport;

/// <summary>A test on real recordings; reported as skipped, with the reason, where they are absent.</summary>
public sealed class DatasetFactAttribute : FactAttribute
{
    /// <summary>Requires folders below <see cref="RepositoryLayout.Datasets"/>.</summary>
    /// <param name="names">The folders' names.</param>
    public DatasetFactAttribute(params string[] names)
    {
        var missing = names.Where(name => !Directory.Exists(Path.Combine(RepositoryLayout.Datasets, name))).ToArray();
        if (missing.Length > 0)
        {
            Skip = $"No recordings: {string.Join(", ", missing)} not found in ../shared/datasets beside the repository.";
        }
    }
}
