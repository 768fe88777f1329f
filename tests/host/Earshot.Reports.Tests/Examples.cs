using Earshot.Reports.Boards;
using Earshot.Reports.Charts;
using Earshot.Reports.Classification;
using Earshot.Reports.Emulation;
using Earshot.Reports.Experiments;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Sections;
using Earshot.Reports.Sweeps;
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
            Boards = Boards(suffix),
            Reliability = [new ReliabilityBin(0.4, 0.5, 10), new ReliabilityBin(0.9, 0.8, 30)],
            Curves = [new ClassCurve(labels[0], [(0, 0), (0, 0.5), (0.5, 1), (1, 1)], 0.875)],
            Mistakes = Mistakes(3, suffix),
            Settings = [($"seed{suffix}", $"1{suffix}")],
            Command = $"earshot train ESC-10 --held-out-fold 1{suffix}",
        };
    }

    public static ExperimentRecord Experiment(string suffix = "")
    {
        var training = Training(suffix);
        return new ExperimentRecord
        {
            Title = $"Experiment{suffix}",
            Subtitle = $"400 clips{suffix}",
            Labels = training.Labels,
            Figures = [new KeyFigure("Accuracy, pack", $"90.0 %{suffix}")],
            Folds = [new FoldRecord(1, 80, [0.9, 0.89, 0.89]), new FoldRecord(2, 80, [0.8, 0.8, 0.8])],
            Evaluations = training.Evaluations,
            Curves = [new LearningCurve($"fold 1{suffix}", 1, training.Epochs), new LearningCurve("fold 2", 2, [.. training.Epochs.Take(7)])],
            Reliability = training.Reliability,
            Characteristics = training.Curves,
            Mistakes = training.Mistakes,
            Costs = training.Costs,
            Boards = training.Boards,
            Settings = training.Settings,
            Command = $"earshot experiment e.yaml{suffix}",
        };
    }

    public static SweepRecord Sweep(string suffix = "") => new()
    {
        Title = $"Sweep{suffix}",
        Subtitle = $"4 trials{suffix}",
        Figures = [new KeyFigure("Trials", "4")],
        AccuracyName = "validation accuracy",
        CostNames = [$"macs{suffix}", "arena"],
        Keys = [$"training.model{suffix}"],
        Trials = [.. Enumerable.Range(1, 4).Select(i => new SweepTrial($"000{i}", [$"model {i}{suffix}"], i == 3 ? 0.5 : i / 5.0, [1000 * i * i, 50 * i], i == 3 ? 1 : 0))],
        Unfinished = [($"0005{suffix}", $"it does not fit{suffix}")],
        Settings = [($"seed{suffix}", "1")],
        Command = $"earshot sweep s.yaml{suffix}",
    };

    public static IReadOnlyList<MistakenClip> Mistakes(int count, string suffix = "") =>
        [.. Enumerable.Range(0, count).Select(i => new MistakenClip(
            $"clip {i}{suffix}.wav", $"class_1{suffix}", $"class_2{suffix}", 0.4 + (i / 100.0), 0.2, Tone(16_000 * 5, 0.05 * (i + 1)), 16_000) { Run = $"fold 1{suffix}" })];

    public static IReadOnlyList<BoardCost> Boards(string suffix = "") =>
    [
        new($"FAST{suffix}", "cortex-m7, 216 MHz", (0.1, 0.2), 0.0125, 19_568, 262_144, 17_584, null, $"estimate{suffix}"),
        new("SMALL", "cortex-m4, 96 MHz", (20, 30), 1.9, 19_568, 262_144, 17_584, 10_000, "measured"),
    ];

    public static short[] Tone(int samples, double step) => [.. Enumerable.Range(0, samples).Select(i => (short)(12_000 * Math.Sin(i * step)))];
}
