using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Cli.Sweeps;
using Earshot.Sweeps.Claims;
using Earshot.Sweeps.Running;
using Earshot.Sweeps.Trials;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot sweep worker</c>: takes trials of a sweep that has been laid out.</summary>
internal static class SweepWorkerCommand
{
    /// <summary>Trials that run at the same time on a cluster when nothing is said.</summary>
    internal const int ClusterWorkers = 4;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a sweep." };
        var index = new Option<int?>("--index") { Description = "Run this trial only, from 1; for the tasks of a scheduler, which start one worker for each.", HelpName = "N" };
        var workers = WorkersOption("Trials that run at the same time; by default one a processor.");
        var processors = ProcessorsOption();
        var command = new Command("worker", "Run trials of a sweep that nobody else has; any number of workers may share a folder.")
        {
            folder, index, workers, processors,
        };
        command.UseExamples("earshot sweep worker runs/small-nets", "earshot sweep worker runs/small-nets --index 12");
        command.SetAction((parsed, token) =>
        {
            var sweep = SweepFolder.Open(parsed.GetRequiredValue(folder));
            var parallel = Positive(parsed.GetValue(processors), "--processors");
            if (parsed.GetValue(index) is not { } number)
            {
                var wanted = parsed.GetValue(workers) is { } count ? Positive(count, "--workers") : (int?)null;
                RunAll(sweep, wanted, parallel, token);
                return Task.FromResult(ExitCode(sweep));
            }

            var trial = sweep.Trial(number);
            if (!ProgressOutput.Run($"Trial {trial.Trial.Name}", progress => Worker(sweep, parallel, new SweepProgress(progress, 1, 0)).RunOne(number, token)))
            {
                ErrorOutput.WriteLine($"Trial {trial.Trial.Name} has no result. {trial.Failure}");
                return Task.FromResult(ExitCodes.BadInput);
            }

            Console.WriteLine($"Trial {trial.Trial.Name} is done.");
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    /// <summary>Runs every trial that is left.</summary>
    internal static void RunAll(SweepFolder sweep, int? workers, int processors, CancellationToken token)
    {
        var claims = new ClaimSettings();
        var ended = sweep.Trials.Count(trial => trial.State(claims) is TrialState.Done or TrialState.Failed);
        ProgressOutput.Run("Sweep", progress =>
        {
            var worker = Worker(sweep, processors, new SweepProgress(progress, sweep.Trials.Count, ended));
            LocalWorkers.Run(worker, workers ?? Math.Max(1, Environment.ProcessorCount / processors), token);
            return true;
        });
    }

    /// <summary>Bad input when a trial's experiment is at fault, else success.</summary>
    internal static int ExitCode(SweepFolder sweep) =>
        sweep.Trials.Any(trial => trial.Result is null && trial.Failure is not null) ? ExitCodes.BadInput : ExitCodes.Success;

    internal static Option<int?> WorkersOption(string description) => new("--workers") { Description = description, HelpName = "N" };

    internal static Option<int> ProcessorsOption() => new("--processors")
    {
        Description = "Runs (folds and seeds) of a trial at the same time.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    internal static int Positive(int value, string option) => value is > 0 and <= 10_000
        ? value
        : throw new InputException(option, $"it is {value}.", "Give a number of at least 1.");

    private static SweepWorker Worker(SweepFolder sweep, int processors, SweepProgress progress) =>
        new(sweep, new ExperimentTrialRunner(processors), new ClaimSettings(), progress);
}
