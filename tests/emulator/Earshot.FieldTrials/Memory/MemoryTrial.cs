using Earshot.Emulator.Heap;
using Earshot.Emulator.Scheduling;
using Earshot.FieldTrials.Delivery;
using Earshot.FieldTrials.Nodes;
using Earshot.Payload;

namespace Earshot.FieldTrials.Memory;

/// <summary>What memory a node needs with a real model, over LoRaWAN and with files, while it is asked for everything it can do.</summary>
public static class MemoryTrial
{
    /// <summary>Bytes of managed heap that the node may take.</summary>
    public const int HeapLimit = 32 * 1024;

    private const int LinesBeforeRestart = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>Runs one board with its pack in one place or both.</summary>
    /// <param name="board">nanoFramework's target name.</param>
    /// <param name="isDeployed">Whether the deployment region has the pack.</param>
    /// <param name="isBuiltIn">Whether the firmware has it.</param>
    /// <param name="duration">Virtual time.</param>
    /// <param name="hasOutage">Whether the radio is out for its middle third, so that the queue fills and merges.</param>
    /// <param name="seed">Seed of everything random.</param>
    public static MemoryResult Run(string board, bool isDeployed, bool isBuiltIn, TimeSpan duration, bool hasOutage = false, int seed = 1)
    {
        using var node = new FieldNode(new FieldNodeSettings
        {
            Board = board,
            DeployedModel = isDeployed ? TrialModel.Bytes : ReadOnlyMemory<byte>.Empty,
            BuiltInModel = isBuiltIn ? TrialModel.Bytes : ReadOnlyMemory<byte>.Empty,
            Cost = TrialModel.Cost,
            Sound = StreetSound.Begin(TimeSpan.FromSeconds(3), seed),
            Seed = seed,
            Set = stored => stored.Apply(Schedule.Encode()),
        });
        if (hasOutage)
        {
            node.Gateway.AddOutage(duration / 3, duration * 2 / 3);
        }

        var revision = 1;
        var nextDownlink = TimeSpan.Zero;
        var most = 0L;
        IReadOnlyList<HeapShare> census = [];
        for (var time = TimeSpan.Zero; time < duration;)
        {
            if (time >= nextDownlink)
            {
                node.Gateway.Enqueue(node.Eui, 2, Downlink(revision++));
                nextDownlink += duration / 60;
            }

            time += Look < duration - time ? Look : duration - time;
            node.Node.Run(time);
            var used = node.Node.Board.MeasureHeap();
            if (used > most)
            {
                most = used;
                census = node.Node.Board.HeapCensus();
            }
        }

        var result = node.Node.Run(duration);
        return new MemoryResult
        {
            Board = board,
            Place = isDeployed && isBuiltIn ? "both" : isDeployed ? "deployed" : "firmware",
            Use = result.Resources,
            IsAlive = result.Outcome == RunOutcome.TimeReached && node.Node.Board.Boots == 1,
            BeforeRestart = BeforeRestart(node.Node.Board.Trace.Lines),
            Shares = census,
            Findings = DeliveryCheck.Of(node.Gateway),
            Kinds = [.. node.Uplinks.GroupBy(uplink => uplink.GetType().Name).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Count()} {kind.Key}")],
        };
    }

    private static IReadOnlyList<string> BeforeRestart(IReadOnlyList<string> trace)
    {
        var restart = trace.ToList().FindIndex(line => line.Contains("power: start 2 ", StringComparison.Ordinal));
        return restart < 0 ? [] : [.. trace.Skip(Math.Max(0, restart - LinesBeforeRestart)).Take(LinesBeforeRestart + 1)];
    }

    private static ScheduleDownlink Schedule => new() { Revision = 0, Listen = 10, Every = 60, SummaryMinutes = 5, StatusHours = 1 };

    private static byte[] Downlink(int revision) => (revision % 5) switch
    {
        0 => (Schedule with { Revision = revision }).Encode(),
        1 => new DetectionDownlink { Revision = revision, GateRange = 40 + (revision % 8) }.Encode(),
        2 => new ThresholdsDownlink { Revision = revision, Label = revision / 5 % 10, On = 0.5, Off = 0.3 }.Encode(),
        3 => new CommandDownlink { Revision = revision, Command = NodeCommand.CheckMicrophone }.Encode(),
        _ => new CommandDownlink { Revision = revision, Command = NodeCommand.SendStatus }.Encode(),
    };
}
