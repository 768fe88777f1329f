using Earshot.Emulator.Radio;
using Earshot.FieldTrials.Nodes;
using Earshot.Payload;

namespace Earshot.FieldTrials.Delivery;

/// <summary>A node that nobody hears for two days: what it has queued arrives when the radio is back.</summary>
public static class OutageTrial
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <summary>Runs from power-on until the node has caught up after the outage.</summary>
    /// <param name="settings">Board, model, sound, and the schedule.</param>
    /// <param name="outage">How long nobody hears it; it begins an hour after power-on.</param>
    /// <param name="progress">Told every virtual second.</param>
    public static OutageResult Run(FieldNodeSettings settings, TimeSpan outage, IProgress<TimeSpan>? progress = null)
    {
        using var node = new FieldNode(settings);
        var back = Before + outage;
        node.Gateway.AddOutage(Before, back);
        node.Node.Run(back, progress);
        var before = node.Uplinks.Count;
        var time = back;
        while (!HasCaughtUp(node, settings.PowerOn + time) && time < back + Longest)
        {
            time += Step;
            node.Node.Run(time, progress);
        }

        var airtime = node.Gateway.AirtimeOf(node.Eui);
        return new OutageResult
        {
            Findings = DeliveryCheck.Of(node.Gateway),
            CaughtUpAfter = HasCaughtUp(node, settings.PowerOn + time) ? time - back : null,
            DeliveredAfterwards = node.Uplinks.Count - before,
            Lost = node.Statuses.Any(status => status.MessagesWereLost),
            Boots = node.Node.Board.Boots,
            DutyCycles = [.. SubBand.All.Select(band => (band, airtime.HighestShare(band))).Where(band => band.Item2 > 0)],
        };
    }

    // The last summary that arrived ends when it is now, but for a period and the time that it takes to be sent.
    private static bool HasCaughtUp(FieldNode node, DateTime now) =>
        node.Uplinks.OfType<LevelsUplink>().LastOrDefault() is { Time: { } start } last
        && now - start.AddMinutes(last.Minutes) < TimeSpan.FromMinutes(last.Minutes + 10);
}
