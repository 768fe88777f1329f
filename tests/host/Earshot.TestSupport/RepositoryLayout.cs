namespace Earshot.TestSupport;

/// <summary>Where the tests find the repository and the data beside it.</summary>
public static class RepositoryLayout
{
    /// <summary>The folder that holds <c>nanoFramework.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of real recordings, <c>../shared/datasets</c> beside the repository; it may be absent.</summary>
    public static string Datasets { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "datasets"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nanoFramework.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds nanoFramework.sln.");
    }
}
