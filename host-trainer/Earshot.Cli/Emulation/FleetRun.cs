using Earshot.Cli.Output;
using Earshot.Emulator.Fleet;
using Earshot.Native;

namespace Earshot.Cli.Emulation;

/// <summary>Runs many emulated nodes at once.</summary>
internal static class FleetRun
{
    /// <summary>Lets every node hear the sounds of a request in an order of its own.</summary>
    /// <param name="request">Board, pack, sounds and costs.</param>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="duration">Virtual time.</param>
    /// <param name="workers">Nodes that run at the same time.</param>
    /// <param name="seed">The seed of everything that tells nodes apart.</param>
    /// <param name="token">Cancels; what had happened by then is returned.</param>
    /// <exception cref="InputException">The pack is damaged, or the app or the board cannot run it.</exception>
    public static FleetRunResult Play(NodeRunRequest request, int nodes, TimeSpan duration, int workers, int seed, CancellationToken token)
    {
        var pack = File.ReadAllBytes(request.PackPath);
        using var model = Model.Open(pack, request.PackPath);
        var clock = RunClock.Start();
        using var fleet = new FleetEmulation(new FleetSettings
        {
            Nodes = nodes,
            Board = request.Board,
            Clips = request.Clips,
            SampleRate = model.SampleRate,
            Gap = request.Gap,
            DeployedModel = pack,
            Cost = request.Cost,
            Seed = seed,
            Workers = workers,
        });
        var wasCancelled = false;
        try
        {
            ProgressOutput.Run($"{nodes} nodes listen", progress => fleet.Run(duration, new Steps(progress, duration), token));
        }
        catch (OperationCanceledException)
        {
            wasCancelled = true;
        }

        var result = fleet.Result();
        return new FleetRunResult(result, clock.FactorOf(result.Duration), clock.ProcessorFactorOf(result.Duration), RunClock.PeakMemory(), wasCancelled);
    }

    private sealed class Steps(ITaskProgress progress, TimeSpan until) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) =>
            progress.Report(value / until, FormattableString.Invariant($"{value.TotalSeconds:0} of {until.TotalSeconds:0} s"));
    }
}
