using System.ComponentModel;
using System.Diagnostics;

namespace Earshot.Benchmarks.Measuring;

/// <summary>A program that has to be installed.</summary>
/// <param name="Name">The program, found on the path; or a file that was built.</param>
/// <param name="Package">What to install for it on Debian and Ubuntu.</param>
/// <param name="Download">What to install for it elsewhere.</param>
internal sealed record ExternalTool(string Name, string Package, string Download)
{
    private static readonly TimeSpan InterruptDelay = TimeSpan.FromMilliseconds(200);

    public static ExternalTool CMake { get; } = new("cmake", "cmake gcc make", "CMake from https://cmake.org and a C compiler");

    public static ExternalTool Compiler { get; } = Arm("arm-none-eabi-gcc");

    public static ExternalTool Symbols { get; } = Arm("arm-none-eabi-nm");

    public static ExternalTool Size { get; } = Arm("arm-none-eabi-size");

    public static ExternalTool Qemu { get; } = new("qemu-system-arm", "qemu-system-arm", "QEMU with plugins from https://www.qemu.org");

    /// <summary>Runs it and returns what it printed, standard output and errors together.</summary>
    /// <exception cref="InputException">It is not installed.</exception>
    public async Task<ToolOutput> RunAsync(IEnumerable<string> arguments, string folder, CancellationToken token)
    {
        var start = new ProcessStartInfo(Name)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        process.StandardInput.Close();
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
            await Task.WhenAll(output, errors).ConfigureAwait(false);
            await process.WaitForExitAsync(token).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                // Ctrl+C on a terminal reaches the program as well, and it may end before this process has heard of it.
                await Task.Delay(InterruptDelay, token).ConfigureAwait(false);
            }

            return new ToolOutput(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static ExternalTool Arm(string name) => new(name, "gcc-arm-none-eabi libnewlib-arm-none-eabi", "the Arm GNU Toolchain for arm-none-eabi");

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InputException(
                Name,
                "it is needed to measure and could not be started; most often it is not installed or not on the PATH.",
                $"On Debian and Ubuntu: apt install {Package}; elsewhere install {Download}.",
                exception);
        }
    }
}
