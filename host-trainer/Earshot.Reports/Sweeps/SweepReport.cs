using System.Globalization;
using Earshot.Reports.Charts;
using Earshot.Reports.Html;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Sweeps;

/// <summary>Composes the report on a sweep.</summary>
public static class SweepReport
{
    /// <summary>Composes the report.</summary>
    public static Report Create(SweepRecord record)
    {
        var chapters = new List<ReportChapter> { new("Result", new KeyFigures(record.Figures)) };
        if (record.Trials.Count > 0)
        {
            chapters.Add(new ReportChapter("Pareto front", [.. Charts(record), Table("Trials that no other beats", record, trial => trial.Rank == 0)])
            {
                Introduction = "A trial is on the front when no other is at least as good in every objective and better in one. "
                    + "The line shows the best accuracy up to each cost; a trial off the line can be on the front by another cost.",
            });
            chapters.Add(new ReportChapter("All trials", Table("Best first", record, _ => true)));
        }

        if (record.Unfinished.Count > 0)
        {
            chapters.Add(new ReportChapter("Without a result", new DataTable(
                "Trials that have not run, are running, or failed",
                [new("Trial"), new("Why")],
                [.. record.Unfinished.Select(trial => (IReadOnlyList<string>)[trial.Trial, trial.Reason])])));
        }

        chapters.Add(new ReportChapter("Run it again", new CommandLine(record.Command), new Settings(record.Settings)));
        return new Report(record.Title, record.Subtitle, chapters);
    }

    private static IEnumerable<ParetoChart> Charts(SweepRecord record) => record.CostNames.Select((cost, index) => new ParetoChart(
        $"{record.AccuracyName} against {cost}",
        cost,
        [.. record.Trials.Select(trial => new ParetoPoint(trial.Name, trial.Costs[index], trial.Accuracy, trial.Rank == 0))]));

    private static DataTable Table(string caption, SweepRecord record, Func<SweepTrial, bool> which) => new(
        caption,
        [
            new("Trial"), new(record.AccuracyName, true), .. record.CostNames.Select(cost => new TableColumn(cost, true)), new("Rank", true),
            .. record.Keys.Select(key => new TableColumn(key)),
        ],
        [.. record.Trials.Where(which).OrderByDescending(trial => trial.Accuracy).ThenBy(trial => trial.Name, StringComparer.Ordinal).Select(trial => (IReadOnlyList<string>)
        [
            trial.Name,
            Shares.Percent(trial.Accuracy),
            .. trial.Costs.Select(cost => cost.ToString("N0", CultureInfo.InvariantCulture)),
            trial.Rank.ToString(CultureInfo.InvariantCulture),
            .. trial.Values,
        ])]);
}
