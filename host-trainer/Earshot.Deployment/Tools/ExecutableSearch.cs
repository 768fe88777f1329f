namespace Earshot.Deployment.Tools;

/// <summary>
/// Finds a program on PATH. Windows looks for the name with each ending of PATHEXT in turn, so that both nanoff.exe (what
/// <c>dotnet tool install</c> makes) and nanoff.cmd are found; elsewhere the bare name must be executable.
/// </summary>
/// <param name="path">The value of PATH.</param>
/// <param name="endings">The value of PATHEXT, or null where programs have no ending.</param>
public sealed class ExecutableSearch(string path, string? endings)
{
    private const string WindowsEndings = ".COM;.EXE;.BAT;.CMD";

    /// <summary>The search of this machine.</summary>
    public static ExecutableSearch OfThisMachine() => new(
        Environment.GetEnvironmentVariable("PATH") ?? "",
        OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("PATHEXT") ?? WindowsEndings : null);

    /// <summary>The program's file, or null.</summary>
    public string? Find(string name)
    {
        var separator = endings is null ? ':' : ';';
        string[] names = endings is null ? [name] : [.. endings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(ending => name + ending)];
        return path.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(IsProgram);
    }

    private bool IsProgram(string file)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (endings is not null || OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != 0);
    }
}
