using Earshot.Emulator.Scenarios.Configuration;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Makes faults of the entries of a scenario, or of a random plan.</summary>
internal static class FaultFactory
{
    /// <summary>The fault of an entry.</summary>
    /// <param name="entry">The entry, checked.</param>
    /// <param name="random">Its own random numbers.</param>
    public static IFault Create(FaultEntry entry, Random random) => entry.Fault switch
    {
        FaultKind.BrownOut => new BrownOutFault(entry.For ?? TimeSpan.FromMilliseconds(100)),
        FaultKind.ResetStorm => new ResetStormFault(entry.Count ?? 0, entry.Every ?? TimeSpan.Zero),
        FaultKind.MicrophoneDisconnected or FaultKind.MicrophoneClipped => new MicrophoneFault(),
        FaultKind.UartNoise => new UartNoiseFault(entry.Port, entry.Rate ?? 0, random.Next()),
        FaultKind.RadioOutage => new RadioOutageFault(entry.End),
        FaultKind.UplinkCorruption => new FrameCorruptionFault(isUplink: true, entry.Rate ?? 0),
        FaultKind.DownlinkCorruption => new FrameCorruptionFault(isUplink: false, entry.Rate ?? 0),
        FaultKind.SessionLoss => new SessionLossFault(),
        FaultKind.SntpWrong => new SntpFault(server => server.Offset = TimeSpan.FromDays(365.25 * (entry.Years ?? 0)), server => server.Offset = TimeSpan.Zero),
        FaultKind.SntpOutage => new SntpFault(server => server.IsReachable = false, server => server.IsReachable = true),
        FaultKind.FlashFull => new FlashFullFault(entry.Free ?? 0),
        FaultKind.ModelBitFlips => new ModelBitFlipsFault(entry.Bits ?? 0, random),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Fault, "No such fault."),
    };

    /// <summary>Lets the faults of a plan happen at their times.</summary>
    /// <param name="world">The board and what is around it, before its app has started.</param>
    /// <param name="entries">The plan, checked.</param>
    /// <param name="seed">Seed of the faults' random numbers.</param>
    public static void Arrange(ScenarioWorld world, IReadOnlyList<FaultEntry> entries, int seed)
    {
        var scheduler = world.Board.Scheduler;
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var fault = Create(entry, new Random(unchecked((seed * 1_000_003) + index)));
            scheduler.ScheduleAt(Scheduling.VirtualTime.From(entry.At), () =>
            {
                world.Board.Trace.Write("fault", $"{entry.Title} begins");
                fault.Begin(world);
            });
            if (entry.For is not null && !entry.IsInstant)
            {
                scheduler.ScheduleAt(Scheduling.VirtualTime.From(entry.End), () =>
                {
                    world.Board.Trace.Write("fault", $"{entry.Title} ends");
                    fault.End(world);
                });
            }
        }
    }
}
