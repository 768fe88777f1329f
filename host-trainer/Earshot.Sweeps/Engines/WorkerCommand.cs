namespace Earshot.Sweeps.Engines;

/// <summary>How a worker is started on another machine.</summary>
internal static class WorkerCommand
{
    /// <summary>A word for a POSIX shell, whatever is in it.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>This tool's command, for machines that see the same files.</summary>
    public static IReadOnlyList<string> ThisTool()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return isHost ? [program, Path.GetFullPath(Environment.GetCommandLineArgs()[0])] : [program];
    }
}
