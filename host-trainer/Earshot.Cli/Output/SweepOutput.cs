using System.Globalization;
using Earshot.Cli.Output.Reports;
using Earshot.Reports.Sections;
using Earshot.Reports.Sweeps;
using Earshot.Sweeps.Claims;
using Earshot.Sweeps.Fronts;
using Earshot.Sweeps.Trials;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows how far a sweep is and what it found, on the screen, as data and as an HTML report.</summary>
/// <param name="sweep">The sweep's folder.</param>
internal sealed class SweepOutput(SweepFolder sweep)
{
    private const int MostRows = 20;

    private readonly IReadOnlyList<SweepTrial> _trials = Ranked(sweep);
    private readonly TrialState[] _states = [.. sweep.Trials.Select(trial => trial.State(new ClaimSettings()))];

    /// <summary>Prints how many trials are in which state, the Pareto front, and which trials failed.</summary>
    public void Show()
    {
        var counts = Enum.GetValues<TrialState>().Select(state => $"{Count(state)} {state.ToString().ToLowerInvariant()}");
        AnsiConsole.WriteLine($"{sweep.Plan.Name}: {sweep.Trials.Count} trials, {string.Join(", ", counts)}.");
        var front = _trials.Where(trial => trial.Rank == 0).OrderByDescending(trial => trial.Accuracy).ToArray();
        if (front.Length > 0)
        {
            var table = new Table().Title(Markup.Escape($"Pareto front: {front.Length} of {_trials.Count}")).RoundedBorder();
            table.AddColumns(["Trial", MetricName.Of(sweep.Plan.Accuracy), .. sweep.Plan.Costs.Select(cost => MetricName.Of(cost)), .. sweep.Plan.Keys.Select(Markup.Escape)]);
            foreach (var trial in front.Take(MostRows))
            {
                table.AddRow([trial.Name, FormattableString.Invariant($"{100 * trial.Accuracy:0.0} %"), .. trial.Costs.Select(Number), .. trial.Values.Select(Markup.Escape)]);
            }

            // A file or a pipe has no width to fit into.
            if (Console.IsOutputRedirected)
            {
                AnsiConsole.Profile.Width = 200;
            }

            AnsiConsole.Write(table);
        }

        foreach (var trial in sweep.Trials.Where((_, index) => _states[index] == TrialState.Failed))
        {
            AnsiConsole.WriteLine($"Trial {trial.Trial.Name} failed: {trial.Failure}");
        }
    }

    /// <summary>The same as data.</summary>
    public object Json() => new
    {
        sweep.Plan.Name,
        Trials = sweep.Trials.Count,
        Done = Count(TrialState.Done),
        Running = Count(TrialState.Running),
        Waiting = Count(TrialState.Waiting),
        Failed = Count(TrialState.Failed),
        Results = _trials.Select(trial => new
        {
            Trial = trial.Name,
            trial.Rank,
            Values = sweep.Plan.Keys.Zip(trial.Values).ToDictionary(pair => pair.First, pair => pair.Second),
            trial.Accuracy,
            Costs = sweep.Plan.Costs.Zip(trial.Costs).ToDictionary(pair => MetricName.Of(pair.First), pair => pair.Second),
        }),
    };

    /// <summary>Writes the HTML report.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void WriteReport(string path)
    {
        var plan = sweep.Plan;
        var front = _trials.Count(trial => trial.Rank == 0);
        var best = _trials.MaxBy(trial => trial.Accuracy);
        SweepReport.Create(new SweepRecord
        {
            Title = plan.Name,
            Subtitle = $"{plan.Trials.Count} trials over {string.Join(", ", plan.Keys)}. Validation folds judge them, never the fold that is reported.",
            Figures =
            [
                new KeyFigure("Trials with a result", $"{_trials.Count} of {plan.Trials.Count}"),
                new KeyFigure("On the Pareto front", front.ToString(CultureInfo.InvariantCulture)),
                .. best is null ? [] : new[] { new KeyFigure("Best accuracy", FormattableString.Invariant($"{100 * best.Accuracy:0.0} %"), $"trial {best.Name}") },
                new KeyFigure("Time of all trials", FormattableString.Invariant($"{sweep.Trials.Sum(trial => trial.Result?.Seconds ?? 0) / 3600:0.00} h")),
            ],
            AccuracyName = MetricName.Of(plan.Accuracy),
            CostNames = [.. plan.Costs.Select(cost => MetricName.Of(cost))],
            Keys = plan.Keys,
            Trials = _trials,
            Unfinished = [.. sweep.Trials
                .Where((_, index) => _states[index] != TrialState.Done)
                .Select(trial => (trial.Trial.Name, trial.Failure ?? _states[trial.Trial.Number - 1].ToString().ToLowerInvariant()))],
            Settings = [.. Provenance.Of(plan.Fingerprint)],
            Command = plan.Command,
        }).Write(path);
    }

    private int Count(TrialState state) => _states.Count(item => item == state);

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static IReadOnlyList<SweepTrial> Ranked(SweepFolder sweep)
    {
        var plan = sweep.Plan;
        var done = sweep.Trials.Select(trial => (trial.Trial, trial.Result)).Where(item => item.Result is not null).ToArray();
        var ranks = ParetoFront.Ranks([.. done.Select(item => (IReadOnlyList<double>)[-item.Result!.Of(plan.Accuracy), .. plan.Costs.Select(item.Result.Of)])]);
        return [.. done.Select((item, index) => new SweepTrial(
            item.Trial.Name, item.Trial.Values, item.Result!.Of(plan.Accuracy), [.. plan.Costs.Select(item.Result.Of)], ranks[index]))];
    }
}
