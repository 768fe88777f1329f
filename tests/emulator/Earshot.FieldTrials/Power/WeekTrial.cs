using Earshot.Emulator;
using Earshot.FieldTrials.Nodes;
using Earshot.Payload;

namespace Earshot.FieldTrials.Power;

/// <summary>
/// A node on the discovery kit that hears ten seconds of each minute, tells events at once and sums up every quarter of an hour over
/// LoRaWAN: what it draws.
/// </summary>
public static class WeekTrial
{
    /// <summary>The board that the figure is stated for.</summary>
    public const string Board = "ST_B_L475E_IOT01A";

    /// <summary>Amperes on average, modem and microphone included.</summary>
    public const double Limit = 1.5e-3;

    /// <summary>Builds the node.</summary>
    /// <param name="settings">Model, sound and what else is to be different.</param>
    public static FieldNode Begin(FieldNodeSettings settings) => new(settings with
    {
        Board = Board,
        Set = stored =>
        {
            stored.Apply(new ScheduleDownlink { Revision = 1, Listen = 10, Every = 60, SummaryMinutes = 15, StatusHours = 24 }.Encode());
            settings.Set?.Invoke(stored);
        },
    });

    /// <summary>Lets time pass, and says what was drawn.</summary>
    /// <param name="node">What <see cref="Begin"/> has built.</param>
    /// <param name="duration">Time since power-on.</param>
    /// <param name="progress">Told every virtual second.</param>
    /// <exception cref="InputException">The board does not state the current of a state that it was in.</exception>
    public static NodeEmulationResult Run(FieldNode node, TimeSpan duration, IProgress<TimeSpan>? progress = null)
    {
        var result = node.Node.Run(duration, progress);
        return result.Power.UnknownCurrents.Count == 0 ? result : throw new InputException(
            $"boards/{Board}/board.yaml",
            $"field currents.{result.Power.UnknownCurrents[0]} is missing, so that there is no average.",
            "Add it from the datasheet, with its table.");
    }
}
