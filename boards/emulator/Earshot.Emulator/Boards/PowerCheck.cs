using System.Globalization;
using System.Text.RegularExpressions;

namespace Earshot.Emulator.Boards;

/// <summary>Finds impossible values in what a board description says of power states, backup domain and watchdog.</summary>
internal static partial class PowerCheck
{
    private static readonly string[] Times = ["stop_wakeup", "standby_wakeup", "boot"];

    /// <exception cref="InputException">One is wrong.</exception>
    public static void Run(BoardDescription board, string file)
    {
        foreach (var (name, time) in board.Times)
        {
            var field = $"times.{name}";
            Require(Times.Contains(name), file, field, "is not a time of a board", $"Use {string.Join(", ", Times)}.");
            Require(time.Second is >= 0 and <= 60, file, $"{field}.second", Is(time.Second), "Give a number from 0 to 60.");
            Require(time.Source.Length > 0, file, $"{field}.source", "is missing", "Add it.");
        }

        if (board.Backup is { } backup)
        {
            Require(backup.Bytes is >= 4 and <= 65536, file, "backup.bytes", Is(backup.Bytes), "Give a number from 4 to 65536.");
            Require(backup.Source.Length > 0, file, "backup.source", "is missing", "Add it.");
            Require(
                backup.WakeupPins.Count is >= 1 and <= 3, file, "backup.wakeup_pins", $"lists {backup.WakeupPins.Count}", "List one to three pins.");
            foreach (var pin in backup.WakeupPins.Where(pin => !PinName().IsMatch(pin)))
            {
                Require(false, file, "backup.wakeup_pins", $"lists '{pin}'", "Give STM32 pins such as PA0.");
            }
        }

        if (board.Watchdog is { } watchdog)
        {
            Require(watchdog.Source.Length > 0, file, "watchdog.source", "is missing", "Add it.");
        }
    }

    private static string Is(double value) => string.Create(CultureInfo.InvariantCulture, $"is {value}");

    private static void Require(bool condition, string file, string field, string problem, string remedy)
    {
        if (!condition)
        {
            throw new InputException(file, $"field {field} {problem}.", remedy);
        }
    }

    [GeneratedRegex("^P[A-K]([0-9]|1[0-5])$")]
    private static partial Regex PinName();
}
