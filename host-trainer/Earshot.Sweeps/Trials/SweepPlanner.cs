using System.Security.Cryptography;
using System.Text;
using Earshot.Sweeps.Configuration;
using Earshot.Sweeps.Running;

namespace Earshot.Sweeps.Trials;

/// <summary>Lays a sweep out in a folder: one numbered folder for each trial with its complete experiment.</summary>
public static class SweepPlanner
{
    /// <summary>Lays it out, or finds that it lies there already. Failed trials are made ready to be tried again.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="path">The folder; created when it is not there.</param>
    /// <param name="command">The command that lays it out again.</param>
    /// <param name="runner">Checks every trial's experiment before anything is kept.</param>
    /// <exception cref="InputException">
    /// A trial's experiment is at fault, there are too many trials, the folder holds another sweep, or it cannot be written to.
    /// </exception>
    public static SweepFolder LayOut(SweepDefinition sweep, string path, string command, ITrialRunner runner)
    {
        var trials = TrialList.Of(sweep);
        var plan = new SweepPlan
        {
            Name = sweep.Name,
            Command = command,
            Fingerprint = Fingerprint(sweep, trials),
            Keys = [.. sweep.Ranges.Select(range => range.Key)],
            Accuracy = sweep.Accuracy,
            Costs = sweep.Costs,
            Trials = trials,
        };
        if (File.Exists(Path.Combine(path, SweepFolder.PlanName)))
        {
            return Resume(path, plan, sweep.File);
        }

        TrialFolder[] folders = [.. trials.Select(trial => new TrialFolder(path, trial))];
        string[] experiments = [.. folders.Select(folder => ExperimentText.Of(sweep, folder.Trial, Path.GetDirectoryName(folder.Experiment)))];
        Check(sweep, folders, experiments, runner);
        foreach (var (folder, experiment) in folders.Zip(experiments))
        {
            AtomicFile.WriteAllText(folder.Experiment, experiment);
        }

        SweepJson.Write(Path.Combine(path, SweepFolder.PlanName), plan);
        return SweepFolder.Open(path);
    }

    private static SweepFolder Resume(string path, SweepPlan plan, string file)
    {
        var folder = SweepFolder.Open(path);
        if (folder.Plan.Fingerprint != plan.Fingerprint)
        {
            throw new InputException(
                path,
                $"it holds another sweep than {file} describes: '{folder.Plan.Name}' of {folder.Plan.Trials.Count} trials.",
                "Choose another folder with --out, or restore the sweep's file and its experiment as they were.");
        }

        foreach (var trial in folder.Trials)
        {
            trial.ForgetFailure();
        }

        return folder;
    }

    private static void Check(SweepDefinition sweep, IReadOnlyList<TrialFolder> folders, string[] experiments, ITrialRunner runner)
    {
        foreach (var (folder, experiment) in folders.Zip(experiments))
        {
            try
            {
                runner.Check(experiment, folder.Experiment);
            }
            catch (InputException exception)
            {
                var values = sweep.Ranges.Zip(folder.Trial.Values, (range, value) => $"{range.Key}: {value}");
                throw new InputException(
                    sweep.File, $"trial {folder.Trial.Name} ({string.Join(", ", values)}) cannot run: {exception.Problem}", exception.Remedy, exception);
            }
        }
    }

    private static string Fingerprint(SweepDefinition sweep, IEnumerable<Trial> trials)
    {
        var experiments = trials.Select(trial => ExperimentText.Of(sweep, trial, folder: null));
        var text = $"{sweep.Accuracy}\n{string.Join(' ', sweep.Costs)}\n{string.Join("---\n", experiments)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
