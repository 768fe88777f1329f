using Earshot.FieldTrials.Nodes;
using Earshot.Payload;

namespace Earshot.FieldTrials.Delivery;

/// <summary>
/// Takes a node's supply away again and again: at random instants, and in the middle of random steps of the flash, while it hears,
/// stores, sends, joins, starts, and takes settings by downlink.
/// </summary>
public static class BrownOutTrial
{
    // Seconds: one to strike in starts, joins and first messages, the other to let the node deliver what so many starts have to say.
    private const double ShortPause = 20;
    private const double LongPause = 1200;
    private const int MostSteps = 16;
    private const int MostLooks = 720;
    private const double LongestOff = 3;
    private const int DownlinkEvery = 9;
    private const int HighestRevision = 250;
    private const int TimeToDeliver = 7200;

    /// <summary>Runs the trial.</summary>
    /// <param name="settings">Board, model and sound.</param>
    /// <param name="count">How often the supply goes away.</param>
    /// <param name="seed">Seed of the instants.</param>
    /// <param name="progress">Told after each brown-out how many there were.</param>
    /// <param name="timeToDeliver">Seconds that the node has in the end to deliver what waits.</param>
    /// <param name="traced">The brown-out, 1 for the first, that <paramref name="trace"/> is told the board's trace before.</param>
    /// <param name="trace">Told each line of it.</param>
    public static BrownOutResult Run(
        FieldNodeSettings settings,
        int count,
        int seed,
        IProgress<int>? progress = null,
        int timeToDeliver = TimeToDeliver,
        int traced = 0,
        Action<string>? trace = null)
    {
        using var node = new FieldNode(settings with
        {
            Set = stored =>
            {
                stored.Apply(Schedule(0).Encode());
                settings.Set?.Invoke(stored);
            },
        });
        var board = node.Node.Board;
        var random = new Random(seed);
        var neverCame = new List<string>();
        var dead = new List<int>();
        var number = 0;
        var failures = new SupplyFailures(board);
        board.Trace.Written += line =>
        {
            if (number == traced)
            {
                trace?.Invoke(line);
            }
        };
        for (number = 1; number <= count; number++)
        {
            if (number % DownlinkEvery == 0 && number / DownlinkEvery <= HighestRevision)
            {
                node.Gateway.Enqueue(node.Eui, 2, Schedule(number / DownlinkEvery).Encode());
            }

            var off = TimeSpan.FromSeconds(random.NextDouble() * LongestOff);
            var kind = random.Next(4);
            if (kind > 1)
            {
                failures.StrikeIn(node.Storage, 1 + random.Next(MostSteps), off);
            }
            else
            {
                var pause = random.NextDouble() * (kind == 0 ? ShortPause : LongPause);
                failures.StrikeAfter(TimeSpan.FromSeconds(pause), off);
            }

            // Whatever the node writes in two hours takes more steps than that.
            for (var look = 0; look < MostLooks && !failures.HasStruck; look++)
            {
                node.Node.Run(node.Node.Now + TimeSpan.FromSeconds(10));
            }

            if (!failures.HasStruck)
            {
                neverCame.Add(FormattableString.Invariant($"{number} at {node.Node.Now}: {string.Join(" | ", board.Trace.Lines.TakeLast(6))}"));
            }

            if (board.Scheduler.Failure is not null)
            {
                dead.Add(number);
            }

            progress?.Report(number);
        }

        var said = node.Node.Run(node.Node.Now + TimeSpan.FromSeconds(timeToDeliver));
        return new BrownOutResult
        {
            BrownOuts = count - neverCame.Count,
            BeforeStart = failures.BeforeStart,
            Starts = board.Boots - 1,
            NeverCame = neverCame,
            Dead = dead,
            Findings = DeliveryCheck.Of(node.Gateway),
            Listened = said.Console.Count(line => line.EndsWith(" classes", StringComparison.Ordinal)),
            SettingsApplied = node.Uplinks.OfType<SettingsUplink>().Select(settings => settings.Revision).Distinct().Count(),
            StorageFailed = node.Statuses.Any(status => status.StorageFails || status.MessagesWereLost),
            Duration = said.Duration,
        };
    }

    private static ScheduleDownlink Schedule(int revision) => new() { Revision = revision, Listen = 10, Every = 60, SummaryMinutes = 15 };
}
