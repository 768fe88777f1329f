using Earshot.Native;
using Earshot.Reports.Charts;

namespace Earshot.Cli.Emulation;

/// <summary>
/// Scores and levels over time for a report. The node sends events, not scores; the host computes them from the same
/// sound with the same C module, smoothed by the same filter.
/// </summary>
internal static class HostHearing
{
    /// <summary>Sound pressure level of a full-scale sine, dB: what Earshot.Node's configuration takes when nobody says otherwise.</summary>
    private const double FullScaleLevel = 120;

    /// <summary>Hears samples.</summary>
    /// <returns>A line of smoothed probability for each class, and the sound pressure level (dB(A)) of each hop.</returns>
    public static (TimeSeries Scores, TimeSeries Levels) Hear(string packPath, short[] samples)
    {
        using var model = Model.OpenFile(packPath);
        using var engine = new Engine(model);
        var classes = model.Classes.Count;
        var interval = (double)model.DecisionHop * model.HopSamples / model.SampleRate;
        var share = interval / (interval + model.Smoothing.TotalSeconds);
        List<double> decisionTimes = [], hopTimes = [], levels = [];
        var lines = Enumerable.Range(0, classes).Select(_ => new List<double>()).ToArray();
        for (var at = 0; at + model.HopSamples <= samples.Length; at += model.HopSamples)
        {
            var progress = engine.Push(samples.AsSpan(at, model.HopSamples));
            var time = (double)(at + model.HopSamples) / model.SampleRate;
            if (progress.Hops > 0)
            {
                hopTimes.Add(time);
                levels.Add(FullScaleLevel + Math.Max(engine.Level, model.QuietLevel - 20));
            }

            if (progress.Decisions > 0)
            {
                decisionTimes.Add(time);
                var probabilities = engine.Probabilities();
                for (var index = 0; index < classes; index++)
                {
                    var before = lines[index].Count > 0 ? lines[index][^1] : probabilities[index];
                    lines[index].Add(before + (share * (probabilities[index] - before)));
                }
            }
        }

        return (
            new TimeSeries(decisionTimes, [.. lines.Select((line, index) => new LineSeries(model.Classes[index].Label, line))]),
            new TimeSeries(hopTimes, [new LineSeries("level", levels)]));
    }
}
