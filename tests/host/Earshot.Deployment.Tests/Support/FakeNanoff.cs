using Earshot.Deployment.Tools;
using Earshot.TestSupport;

namespace Earshot.Deployment.Tests.Support;

/// <summary>A nanoff that records its arguments and answers as it is told: a shell script, on Windows a nanoff.cmd.</summary>
internal sealed class FakeNanoff : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeNanoff(string version = "nanoff 2.5.131+abcdef", string answer = "", int exitCode = 0)
    {
        var calls = _folder.File("calls");
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(_folder.File("nanoff.cmd"), $"""
                @echo off
                if "%~1"=="--version" (echo {version}) & exit /b 0
                :next
                if "%~1"=="" goto done
                <nul set /p "=%~1|" >>"{calls}"
                shift
                goto next
                :done
                echo.>>"{calls}"
                echo {answer}
                exit /b {exitCode}
                """);
            return;
        }

        var script = $"""
            #!/bin/sh
            if [ "$1" = --version ]; then echo "{version}"; exit 0; fi
            printf '%s|' "$@" >>"{calls}"; echo >>"{calls}"
            printf '%s\n' "{answer}"
            exit {exitCode}
            """;
        File.WriteAllText(_folder.File("nanoff"), script.ReplaceLineEndings("\n") + "\n");
        File.SetUnixFileMode(_folder.File("nanoff"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public ExecutableSearch Search => new(_folder.FullPath, OperatingSystem.IsWindows() ? ".EXE;.CMD" : null);

    public string[] Calls => File.ReadAllLines(_folder.File("calls"));

    public void Dispose() => _folder.Dispose();
}
