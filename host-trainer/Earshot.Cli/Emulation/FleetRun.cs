using Earshot.Cli.Output;
using Earshot.Emulator.Fleet;
using Earshot.Native;

namespace Earshot.Cli.Emulation;

/// <summary>Runs many emulated nodes at once.</summary>
internal static class FleetRun
{
    /// <summary>Lets every node hear the sounds of a request in an order of its own.</summary>
    /// <param name="request">Board, pack, sounds and costs.</param>
    /// <param name="plan">The fleet.</param>
    /// <param name="token">Cancels; what had happened by then is returned.</param>
    /// <exception cref="InputException">The pack is damaged, or the app or the board cannot run it.</exception>
    public static FleetRunResult Play(NodeRunRequest request, FleetPlan plan, CancellationToken token)
    {
        var pack = File.ReadAllBytes(request.PackPath);
        using var model = Model.Open(pack, request.PackPath);
        var clock = RunClock.Start();
        using var fleet = new FleetEmulation(new FleetSettings
        {
            Nodes = plan.Nodes,
            Board = request.Board,
            Clips = request.Clips,
            SampleRate = model.SampleRate,
            Gap = request.Gap,
            DeployedModel = pack,
            Cost = request.Cost,
            Seed = plan.Seed,
            Workers = plan.Workers,
            LoRaWan = plan.Radio,
            SwitchOnWithin = plan.SwitchOnWithin,
            ApplicationPath = request.ApplicationPath,
        });
        var wasCancelled = false;
        try
        {
            ProgressOutput.Run($"{plan.Nodes} nodes listen", progress => fleet.Run(plan.Duration, new Steps(progress, plan.Duration), token));
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
