using Earshot.Reports.Charts;
using Earshot.Reports.Emulation;
using Earshot.Reports.Sections;
using Earshot.Reports.Training;

namespace Earshot.Reports.Tests;

/// <summary>Reports with made-up content.</summary>
internal static class Examples
{
    public static EmulationRecord Emulation(int sounds, string suffix = "", int hopsPerSecond = 60)
    {
        string[] labels = [.. Enumerable.Range(0, 10).Select(i => $"class_{i}{suffix}")];
        var seconds = 4.0 * sounds;
        var hops = (int)(seconds * hopsPerSecond);
        double[] times = [.. Enumerable.Range(0, hops).Select(i => (double)i / hopsPerSecond)];
        return new EmulationRecord
        {
            Title = $"First sound{suffix}",
            Board = $"ST_NUCLEO64_F411RE_NF{suffix}",
            Labels = labels,
            Seconds = seconds,
            Played = [.. Enumerable.Range(0, sounds).Select(i => new PlayedSound(labels[i % 10], 4 * i, (4 * i) + 4, $"folder/clip {i}{suffix}.wav")
            {
                Answer = i % 10 == 7 ? null : labels[i % 10 == 4 ? 5 : i % 10],
                Right = i % 10 is not (7 or 4),
                Confidence = i % 10 == 7 ? null : 0.875,
                LevelDecibels = i % 10 == 7 ? null : 61.5,
                DelaySeconds = i % 10 == 7 ? null : 1.25,
            })],
            Received = [.. Enumerable.Range(0, sounds).Where(i => i % 10 != 7).Select(i =>
                new ReceivedEvent((4 * i) + 1.25, labels[i % 10 == 4 ? 5 : i % 10], 0.875, 61.5) { Right = i % 10 != 4 })],
            Scores = new TimeSeries(
                times,
                [.. labels.Select((label, index) => new LineSeries(label, [.. times.Select(time =>
                    (int)(time / 4) % 10 == index ? 0.9 - (0.6 * Math.Exp(-2 * (time % 4))) : 0.05)]))]),
            Levels = new TimeSeries(times, [new LineSeries("level", [.. times.Select(time => 55 + (8 * Math.Sin(time)))])]),
            Samples = [.. Enumerable.Range(0, (int)(seconds * 8_000)).Select(i => (short)(12_000 * Math.Sin(i * 0.2) * Math.Sin(i * 0.0001)))],
            SampleRate = 8_000,
            Figures = [new KeyFigure("Faster than real time", $"31×{suffix}")],
            Settings = [($"model{suffix}", $"Stride-DS-24{suffix}")],
            Command = $"earshot demo --out runs/demo{suffix}",
        };
    }

    public static TrainingRecord Training(string suffix = "")
    {
        string[] labels = [.. Enumerable.Range(0, 10).Select(i => $"class_{i}{suffix}")];
        var counts = new int[10, 10];
        for (var i = 0; i < 10; i++)
        {
            counts[i, i] = 7;
            counts[i, (i * 3 + 1) % 10] += 1;
        }

        return new TrainingRecord
        {
            Title = $"Training{suffix}",
            Dataset = $"ESC-10{suffix}",
            Model = $"stride-ds-24{suffix}",
            HeldOutFold = 1,
            Labels = labels,
            Epochs = [.. Enumerable.Range(1, 40).Select(i => new EpochRecord(i, 2.3 / i)
            {
                ValidationLoss = i % 5 == 0 ? 2.4 / i : null,
                ValidationAccuracy = i % 5 == 0 ? 0.9 - (0.8 / i) : null,
            })],
            Evaluations = [new EvaluationRecord("float", counts), new EvaluationRecord("int8 QDQ", counts), new EvaluationRecord("pack", counts)],
            Costs = [new CostRecord("Weights", "21 344 B", $"flash{suffix}")],
            Settings = [($"seed{suffix}", $"1{suffix}")],
            Command = $"earshot train ESC-10 --held-out-fold 1{suffix}",
        };
    }
}
