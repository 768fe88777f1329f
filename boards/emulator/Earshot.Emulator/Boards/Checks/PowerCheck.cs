using System.Globalization;

namespace Earshot.Emulator.Boards.Checks;

/// <summary>Finds impossible values in what a board description says of power states, backup domain and watchdog.</summary>
internal static class PowerCheck
{
    private static readonly string[] Times = ["stop_wakeup", "standby_wakeup", "boot"];

    /// <summary>Checks them.</summary>
    /// <exception cref="InputException">One is wrong.</exception>
    public static void Run(BoardDescription board, BoardRules rules)
    {
        foreach (var (name, time) in board.Times)
        {
            var field = $"times.{name}";
            rules.Require(Times.Contains(name), field, "is not a time of a board", $"Use {string.Join(", ", Times)}.");
            rules.Range($"{field}.second", time.Second, 0, 60);
            rules.Text($"{field}.source", time.Source);
        }

        if (board.Backup is { } backup)
        {
            rules.Range("backup.bytes", backup.Bytes, 4, 65536);
            rules.Text("backup.source", backup.Source);
            rules.Require(
                backup.WakeupPins.Count is >= 1 and <= 3,
                "backup.wakeup_pins",
                string.Create(CultureInfo.InvariantCulture, $"lists {backup.WakeupPins.Count}"),
                "List one to three pins.");
            for (var index = 0; index < backup.WakeupPins.Count; index++)
            {
                rules.Pin($"backup.wakeup_pins[{index}]", backup.WakeupPins[index]);
            }
        }

        if (board.Watchdog is { } watchdog)
        {
            rules.Text("watchdog.source", watchdog.Source);
        }
    }
}
