using System;
using System.Threading;
using Earshot.Node;

namespace Earshot.Timekeeping;

/// <summary>
/// A node with a network that does nothing but keep its clock: every hour from the SNTP servers, and from the LoRaWAN network when
/// those do not help. It prints where the time came from.
/// </summary>
public static class Program
{
    private const int Interval = 3600000;
    private const int AskAgain = 10000;

    public static void Main()
    {
        NodeSettings settings = new SettingsStore(new NodeStorage().Settings).Settings;
        LoRaWanModem modem = settings.Radio == RadioKind.Serial ? null : new NodeRadio(settings).Modem;
        NodeClock clock = new NodeClock();
        SntpTime servers = new SntpTime(clock, "0.pool.ntp.org", "1.pool.ntp.org");
        while (true)
        {
            long began = clock.Uptime;
            bool byServer = servers.TrySynchronize();
            bool byNetwork = !byServer && modem != null && TrySynchronize(clock, modem);
            string source = byServer ? "sntp" : byNetwork ? "network" : "nobody";
            Console.WriteLine(
                source + " " + DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss")
                + " uptime " + (clock.Uptime / 1000).ToString()
                + " drift " + (clock.Discipline.HasDrift ? clock.Discipline.Drift.ToString() : "unknown"));
            Thread.Sleep(Interval - (int)(clock.Uptime - began));
        }
    }

    // The question rides on an uplink, and its answer is there after that.
    private static bool TrySynchronize(NodeClock clock, LoRaWanModem modem)
    {
        byte[] nothing = new byte[1];
        for (int attempt = 0; attempt < 3; attempt++)
        {
            if (modem.TryReadTime(out long time))
            {
                if (clock.Synchronize(time))
                {
                    return true;
                }

                modem.TryReadTime(out time);
            }

            modem.Send(nothing, nothing.Length, false);
            Thread.Sleep(AskAgain);
        }

        return modem.TryReadTime(out long last) && clock.Synchronize(last);
    }
}
