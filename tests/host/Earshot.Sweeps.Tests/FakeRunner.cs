using System.Collections.Concurrent;
using Earshot.Sweeps.Running;
using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Tests;

/// <summary>A runner whose trials take no time, or as long as a test wants.</summary>
internal sealed class FakeRunner : ITrialRunner
{
    /// <summary>The trials (names of their folders) in the order in which they began.</summary>
    public ConcurrentQueue<string> Began { get; } = [];

    /// <summary>What a trial does instead of nothing.</summary>
    public Action<string, CancellationToken> Work { get; init; } = (_, _) => { };

    /// <summary>What the check does instead of nothing.</summary>
    public Action<string, string> CheckWith { get; init; } = (_, _) => { };

    public void Check(string experiment, string path) => CheckWith(experiment, path);

    public TrialResult Run(string experimentFile, string folder, Action<string> status, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(experimentFile))!;
        Began.Enqueue(name);
        status("works");
        Work(name, cancellationToken);
        return Result(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));
    }

    public static TrialResult Result(int number) => new()
    {
        ValidationAccuracy = 0.5 + (number / 100.0),
        ValidationLoss = 1,
        Runs = 1,
        Macs = 1000 * number,
        MacsPerSecond = 2000.5 * number,
        WeightsBytes = 100 * number,
        ArenaBytes = 10 * number,
        PackBytes = 200 * number,
        Seconds = 1,
    };
}
