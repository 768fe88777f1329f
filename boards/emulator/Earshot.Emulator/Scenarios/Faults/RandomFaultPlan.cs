using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Numerics;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Draws a plan of faults: each kind comes as a Poisson process, and no two of a kind overlap. A seed is a plan.</summary>
internal static class RandomFaultPlan
{
    /// <summary>Draws a plan.</summary>
    /// <param name="rates">How many a day.</param>
    /// <param name="duration">Until when.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The faults by their begin.</returns>
    public static IReadOnlyList<FaultEntry> Create(RandomFaultsEntry rates, TimeSpan duration, int seed)
    {
        var plan = new List<FaultEntry>();
        Draw(FaultKind.BrownOut, rates.BrownOuts, (random, fault) => fault with { For = Between(random, 0.01, 2) });
        Draw(FaultKind.RadioOutage, rates.RadioOutages, (random, fault) => fault with { For = Between(random, 60, 6 * 3600) });
        Draw(FaultKind.UartNoise, rates.UartNoise, (random, fault) => fault with { For = Between(random, 1, 60), Rate = 0.001 + (0.049 * random.NextDouble()) });
        Draw(FaultKind.MicrophoneDisconnected, rates.MicrophoneDisconnections, (random, fault) => fault with { For = Between(random, 1, 600) });
        Draw(FaultKind.ResetStorm, rates.ResetStorms, (random, fault) => fault with { Count = random.Next(2, 21), Every = Between(random, 0.05, 1) });
        Draw(FaultKind.UplinkCorruption, rates.UplinkCorruptions, Corrupt);
        Draw(FaultKind.DownlinkCorruption, rates.DownlinkCorruptions, Corrupt);
        Draw(FaultKind.SessionLoss, rates.SessionLosses, (_, fault) => fault);
        Draw(FaultKind.SntpWrong, rates.SntpErrors, (random, fault) =>
            fault with { For = Between(random, 3600, 12 * 3600), Years = Math.Round(60 * (random.NextDouble() - 0.5), 2) });
        Draw(FaultKind.FlashFull, rates.FullFlashes, (random, fault) => fault with { For = Between(random, 60, 6 * 3600) });
        return [.. plan.OrderBy(fault => fault.At)];

        static FaultEntry Corrupt(Random random, FaultEntry fault) =>
            fault with { For = Between(random, 60, 3600), Rate = 0.1 + (0.8 * random.NextDouble()) };

        void Draw(FaultKind kind, double perDay, Func<Random, FaultEntry, FaultEntry> complete)
        {
            if (perDay <= 0)
            {
                return;
            }

            // Numbers of its own for each kind, so that another rate of one leaves the others where they are.
            var random = new Random(unchecked((seed * 31) + (int)kind));
            var time = TimeSpan.Zero;
            while (true)
            {
                time += TimeSpan.FromDays(-PortableMath.Log(1 - random.NextDouble()) / perDay);
                if (time >= duration)
                {
                    return;
                }

                // To the microsecond, which a trace tells.
                var at = TimeSpan.FromTicks(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond));
                var fault = complete(random, new FaultEntry { Fault = kind, At = at });
                plan.Add(fault);
                time = fault.End;
            }
        }
    }

    private static TimeSpan Between(Random random, double least, double most) =>
        TimeSpan.FromMilliseconds(Math.Round(1000 * (least + ((most - least) * random.NextDouble()))));
}
