using System.Diagnostics;
using Earshot.Cli.Output;
using Earshot.Cli.Output.Live;
using Earshot.Emulator.Scenarios;

namespace Earshot.Cli.Emulation;

/// <summary>Runs a scenario, as fast as possible or paced by the clock on the wall. The trace is the same either way.</summary>
internal static class ScenarioRun
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LiveStep = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it to its end.</summary>
    /// <param name="file">The scenario.</param>
    /// <param name="settings">What it runs with; a live view needs a recorder.</param>
    /// <param name="isLive">Whether to show what happens as it happens.</param>
    /// <param name="pace">Virtual seconds for each second of the clock on the wall; null for as fast as possible.</param>
    /// <param name="token">Cancels it.</param>
    /// <exception cref="InputException">The app cannot run, or a sound is damaged.</exception>
    public static ScenarioResult Play(ScenarioFile file, ScenarioSettings settings, bool isLive, double? pace, CancellationToken token)
    {
        using var node = new ScenarioNode(file, settings);
        var step = isLive || pace is not null ? LiveStep : Step;
        var clock = Stopwatch.StartNew();
        return isLive
            ? LiveOutput.Run(node, settings.Recorder!, progress => node.Run(step, new Paced(progress, clock, pace, token)))
            : ProgressOutput.Run("Emulating", progress => node.Run(step, new Paced(new Shown(progress, node.Duration), clock, pace, token)));
    }

    private sealed class Shown(ITaskProgress progress, TimeSpan duration) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) =>
            progress.Report(value / duration, FormattableString.Invariant($"{value.TotalSeconds:0} of {duration.TotalSeconds:0} s"));
    }

    private sealed class Paced(IProgress<TimeSpan> inner, Stopwatch clock, double? pace, CancellationToken token) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value)
        {
            token.ThrowIfCancellationRequested();
            inner.Report(value);
            if (pace is { } speed && (value / speed) - clock.Elapsed is var ahead && ahead > TimeSpan.Zero)
            {
                token.WaitHandle.WaitOne(ahead);
                token.ThrowIfCancellationRequested();
            }
        }
    }
}
