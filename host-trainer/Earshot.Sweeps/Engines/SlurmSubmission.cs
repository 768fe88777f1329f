using System.ComponentModel;
using System.Diagnostics;

namespace Earshot.Sweeps.Engines;

/// <summary>Gives a batch script to Slurm.</summary>
public static class SlurmSubmission
{
    /// <summary>Submits a script that <see cref="SlurmScript"/> wrote.</summary>
    /// <param name="script">The script.</param>
    /// <param name="cancellationToken">Ends the wait for sbatch.</param>
    /// <returns>The job's number.</returns>
    /// <exception cref="InputException">There is no sbatch here, or it refused the script.</exception>
    public static async Task<string> SubmitAsync(string script, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("sbatch") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(script)! };
        start.ArgumentList.Add("--parsable");
        start.ArgumentList.Add(Path.GetFileName(script));
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0
                ? (await output.ConfigureAwait(false)).Trim()
                : throw new InputException(
                    script, $"sbatch refused it: {(await errors.ConfigureAwait(false)).Trim()}", "Correct what it names, or submit the script with options of your own: sbatch OPTIONS " + SlurmScript.FileName);
        }
        catch (Win32Exception exception)
        {
            throw new InputException(
                "--submit", "the command sbatch is not on this machine.", $"Run 'sbatch {SlurmScript.FileName}' in the sweep's folder on a login node of the cluster.", exception);
        }
    }
}
