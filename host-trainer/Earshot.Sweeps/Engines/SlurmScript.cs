using System.Globalization;
using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Engines;

/// <summary>Writes a batch script for Slurm whose job array runs the trials that are not done, one task each.</summary>
public static class SlurmScript
{
    /// <summary>The script's name in the sweep's folder.</summary>
    public const string FileName = "sweep.sbatch";

    /// <summary>Writes it.</summary>
    /// <param name="sweep">The sweep's folder, which the compute nodes see under the same path.</param>
    /// <param name="tasks">Tasks that run at the same time at most.</param>
    /// <param name="processors">Processors of a task.</param>
    /// <returns>Its path, or null when every trial is done.</returns>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static string? Write(SweepFolder sweep, int tasks, int processors)
    {
        int[] waiting = [.. sweep.Trials.Where(trial => trial.Result is null).Select(trial => trial.Trial.Number)];
        if (waiting.Length == 0)
        {
            return null;
        }

        var folder = Path.GetFullPath(sweep.Folder);
        var logs = Path.Combine(folder, "logs");
        // Slurm does not create the folder of its logs.
        Directory.CreateDirectory(logs);
        var path = Path.Combine(folder, FileName);
        AtomicFile.WriteAllText(path, Text(sweep.Plan.Name, folder, waiting, tasks, processors));
        return path;
    }

    /// <summary>The script's text.</summary>
    internal static string Text(string name, string folder, IReadOnlyList<int> trials, int tasks, int processors)
    {
        var command = string.Join(' ', WorkerCommand.ThisTool().Select(WorkerCommand.Quote));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            #!/bin/sh
            # One task for each trial that is not done. Submit it with: sbatch {FileName}
            # Options of sbatch (--partition, --time, --account) may be given on its command line. A task that is cancelled, requeued or
            # out of time goes on where it was when it is submitted again.
            #SBATCH --job-name={JobName.Of(name)}
            #SBATCH --array={IndexList.Of(trials)}%{tasks}
            #SBATCH --cpus-per-task={processors}
            #SBATCH --requeue
            #SBATCH --output=logs/%A_%a.log
            #SBATCH --open-mode=append
            cd {WorkerCommand.Quote(folder)} || exit 2
            exec {command} sweep worker . --index "$SLURM_ARRAY_TASK_ID" --processors {processors}

            """).ReplaceLineEndings("\n");
    }
}
