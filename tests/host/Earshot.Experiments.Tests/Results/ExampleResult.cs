using Earshot.Experiments.Results;
using Earshot.Pipeline;
using Earshot.Training.Running;

namespace Earshot.Experiments.Tests.Results;

/// <summary>A small result: two folds of two clips, two seeds that err on different clips.</summary>
internal static class ExampleResult
{
    private static readonly string[] Labels = ["dog", "rain"];

    internal static ExperimentResult Create()
    {
        FoldRun[] runs = [Run(1, 1, dogScore: 0.25f, rainScore: 0.9f), Run(1, 2, 0.9f, 0.25f), Run(2, 1, 0.9f, 0.9f), Run(2, 2, 0.9f, 0.9f)];
        return new ExperimentResult
        {
            Name = "example",
            Version = "0.1.0",
            Command = "earshot experiment example.yaml",
            Finished = DateTimeOffset.UnixEpoch,
            Dataset = new DatasetSummary { Name = "pets", Labels = Labels, Folds = [1, 2], Clips = 4, ClipsOfClass = [2, 2] },
            Settings = new Dictionary<string, string>
            {
                ["training.model"] = "ds-cnn-64",
                ["training.window-frames"] = "62",
                ["front-end.bands"] = "40",
                ["front-end.hop-samples"] = "256",
                ["front-end.sample-rate"] = "16000",
            },
            Runs = runs,
            Selection = [new FoldSelection(1, "plain", [new SelectionScore("plain", 0.8, 0.5)])],
            Float = Summaries.Of(Labels, runs, ModelForm.Float),
            Qdq = Summaries.Of(Labels, runs, ModelForm.Qdq),
            Pack = Summaries.Of(Labels, runs, ModelForm.Pack),
        };
    }

    private static FoldRun Run(int fold, ulong seed, float dogScore, float rainScore) => new()
    {
        HeldOutFold = fold,
        Seed = seed,
        Folder = $"fold-{fold}-seed-{seed}",
        Clips = fold == 1
            ? [Clip("1-a.wav", 0, 1, dogScore), Clip("1-b.wav", 1, 1, rainScore)]
            : [Clip("2-a.wav", 0, 2, dogScore), Clip("2-b.wav", 1, 2, rainScore)],
        Agreement = new LogitAgreement(4, 3, 1, 2, 2),
        History = [new EpochRecord(1, 0.5, 0.001, null, null)],
        ChosenEpoch = 1,
        Quantization = "min-max",
        Cost = new RunCost { Mode = "stream", Macs = 1, MacsPerSecond = 2, WeightsBytes = 3, ArenaBytes = 4, PackBytes = 5 },
        Seconds = 1.5,
    };

    private static ClipScores Clip(string name, int label, int salience, float score)
    {
        float[] probabilities = label == 0 ? [score, 1 - score] : [1 - score, score];
        return new ClipScores { Name = name, Label = label, Salience = salience, Float = probabilities, Qdq = probabilities, Pack = probabilities };
    }
}
