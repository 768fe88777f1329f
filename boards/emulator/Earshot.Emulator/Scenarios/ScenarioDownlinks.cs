using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scenarios.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator.Scenarios;

/// <summary>Gives the network server downlinks at their times.</summary>
internal static class ScenarioDownlinks
{
    /// <summary>Lets it happen.</summary>
    public static void Arrange(EmulatedBoard board, ScenarioRadio radio, IReadOnlyList<DownlinkEntry> downlinks)
    {
        foreach (var entry in downlinks)
        {
            var lorawan = (LoRaWanScenarioRadio)radio;
            var bytes = entry.Hex.Length > 0 ? Convert.FromHexString(entry.Hex) : entry.ToDownlink().Encode();
            var port = entry.Port ?? NodeDownlink.Port;
            board.Scheduler.ScheduleAt(VirtualTime.From(entry.At), () =>
            {
                board.Trace.Write("network", FormattableString.Invariant($"downlink on port {port}: {Convert.ToHexString(bytes)}"));
                lorawan.Gateway.Enqueue(lorawan.Device, port, bytes);
            });
        }
    }
}
