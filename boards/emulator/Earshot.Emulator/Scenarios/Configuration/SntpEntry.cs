using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A time server that the firmware's SNTP client can reach.</summary>
public sealed record SntpEntry
{
    /// <summary>Its name; the firmware asks <c>0.pool.ntp.org</c> first.</summary>
    public string Server { get; init; } = "0.pool.ntp.org";

    /// <summary>Another server, which no fault touches; empty for none. The firmware asks <c>1.pool.ntp.org</c> next.</summary>
    public string SecondServer { get; init; } = "";

    /// <summary>How long a question and its answer are under way.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What is wrong with it: the key and the remedy; null when nothing is.</summary>
    public (string Key, string Problem, string Remedy)? Problem =>
        Server.Length == 0 ? ("server", "it is missing.", "Name it, such as 0.pool.ntp.org, which the firmware asks first.")
        : SecondServer == Server ? ("second-server", "it is the first one.", "Name another, such as 1.pool.ntp.org, or leave it out.")
        : Delay >= TimeSpan.FromMinutes(1) ? ("delay", "it is out of range.", "Give less than 1 min; the client waits for 15 s.")
        : null;

    /// <summary>Puts the servers into a board's world, and gives the first, which faults change.</summary>
    public TimeServer Connect(EmulatedBoard board)
    {
        var server = new TimeServer { Delay = Delay };
        board.Sntp.Connect(Server, server);
        if (SecondServer.Length > 0)
        {
            board.Sntp.Connect(SecondServer, new TimeServer { Delay = Delay });
        }

        return server;
    }
}
