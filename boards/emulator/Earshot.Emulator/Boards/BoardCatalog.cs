namespace Earshot.Emulator.Boards;

/// <summary>The boards that come with the emulator: one <c>board.yaml</c> each, copied beside it when it is built.</summary>
public static class BoardCatalog
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "boards");

    /// <summary>Their target names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Targets => Directory.Exists(Folder)
        ? [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Finds a board by target name, or reads the description at a path.</summary>
    /// <exception cref="InputException">There is none, or its description is wrong.</exception>
    public static BoardDescription Find(string targetOrPath)
    {
        if (Targets.Contains(targetOrPath))
        {
            return BoardFile.Read(Path.Combine(Folder, targetOrPath));
        }

        if (File.Exists(targetOrPath) || Directory.Exists(targetOrPath))
        {
            return BoardFile.Read(targetOrPath);
        }

        throw new InputException(
            targetOrPath,
            "there is no board of that name.",
            $"Use one of {string.Join(", ", Targets)}, or the path of a {BoardFile.FileName}.");
    }
}
