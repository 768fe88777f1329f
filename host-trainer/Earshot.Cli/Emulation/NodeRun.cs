using Earshot.Cli.Output;
using Earshot.Emulator;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Native;
using Earshot.Payload;

namespace Earshot.Cli.Emulation;

/// <summary>Runs the device app on an emulated board and lets it hear sounds.</summary>
internal static class NodeRun
{
    /// <summary>The app starts in this time; a sound that begins earlier would be cut.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(1);

    /// <summary>After the last sound the detector closes its event and the radio sends it.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(5);

    /// <summary>Plays the sounds of a request.</summary>
    /// <exception cref="InputException">The pack is damaged, or the app or the board cannot run it.</exception>
    public static NodeRunResult Play(NodeRunRequest request, CancellationToken token)
    {
        var pack = File.ReadAllBytes(request.PackPath);
        using var model = Model.Open(pack, request.PackPath);
        var playlist = new Playlist(model.SampleRate, request.Clips, Lead, request.Gap);
        var until = playlist.EndTime + Tail;
        var samples = new short[(int)(until.TotalSeconds * model.SampleRate)];
        new Playlist(model.SampleRate, request.Clips, Lead, request.Gap).Read(samples);
        var clock = RunClock.Start();
        var node = Run(request, pack, playlist, until, token);
        return new NodeRunResult(
            node, EventMatcher.Match(playlist.Played, node.Events), samples, model.SampleRate, clock.FactorOf(node.Duration), clock.ProcessorFactorOf(node.Duration));
    }

    /// <summary>Lets the node hear raw 16-bit samples from a stream until it ends, and shows events as they arrive.</summary>
    /// <exception cref="InputException">The pack is damaged, the stream ends inside a sample, or the app cannot run.</exception>
    public static NodeRunResult PlayStream(NodeRunRequest request, Stream stream, Action<ReceivedEvent> received, CancellationToken token)
    {
        var pack = File.ReadAllBytes(request.PackPath);
        using var model = Model.Open(pack, request.PackPath);
        var source = new PcmStreamSource(stream, model.SampleRate, "standard input");
        using var emulation = new NodeEmulation(Settings(request, source, pack));
        var clock = RunClock.Start();
        var end = TimeSpan.MaxValue;
        NodeEmulationResult result;
        var told = 0;
        do
        {
            token.ThrowIfCancellationRequested();
            result = emulation.Run(emulation.Now + TimeSpan.FromSeconds(1));
            for (; told < result.Events.Count; told++)
            {
                received(result.Events[told]);
            }

            end = source.HasEnded && end == TimeSpan.MaxValue ? result.Duration + Tail : end;
        }
        while (result.Outcome == RunOutcome.TimeReached && result.Duration < end);

        return new NodeRunResult(result, [], [], model.SampleRate, clock.FactorOf(result.Duration), clock.ProcessorFactorOf(result.Duration));
    }

    private static NodeEmulationResult Run(
        NodeRunRequest request, byte[] pack, ISoundSource sound, TimeSpan until, CancellationToken token)
    {
        using var emulation = new NodeEmulation(Settings(request, sound, pack));
        return ProgressOutput.Run("Listening", progress => emulation.Run(until, new Seconds(progress, until, token)));
    }

    private static NodeEmulationSettings Settings(NodeRunRequest request, ISoundSource sound, byte[] pack) =>
        new() { Board = request.Board, Sound = sound, DeployedModel = pack, Cost = request.Cost, ApplicationPath = request.ApplicationPath };

    private sealed class Seconds(ITaskProgress progress, TimeSpan until, CancellationToken token) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value)
        {
            token.ThrowIfCancellationRequested();
            progress.Report(value / until, FormattableString.Invariant($"{value.TotalSeconds:0} s of sound"));
        }
    }
}
