using Earshot.Payload;

namespace Earshot.Emulator.Scenarios.Radio;

/// <summary>What carries a board's messages in a scenario, who receives them, and how faults get between.</summary>
internal abstract class ScenarioRadio(DateTime powerOn)
{
    /// <summary>What has arrived.</summary>
    public UplinkReceiver Receiver { get; } = new(powerOn);

    /// <summary>What arrived and could not be read.</summary>
    public abstract int Rejected { get; }

    /// <summary>Bytes that were sent while nobody heard them.</summary>
    public long UnheardBytes { get; private set; }

    /// <summary>Raised for what the board sends.</summary>
    public event Action<RadioNote>? Sent;

    /// <summary>Connects it to a board whose app has not started.</summary>
    public abstract void Wire(EmulatedBoard board);

    /// <summary>Nobody hears the radio, and it hears nobody.</summary>
    /// <param name="now">From when on.</param>
    /// <param name="until">When <see cref="EndOutage"/> will be called; <see cref="TimeSpan.MaxValue"/> for never.</param>
    public abstract void BeginOutage(TimeSpan now, TimeSpan until);

    /// <summary>The outage is over.</summary>
    public abstract void EndOutage();

    /// <summary>Notes what was sent.</summary>
    protected void Tell(RadioNote note)
    {
        UnheardBytes += note.IsHeard ? 0 : note.Bytes;
        Sent?.Invoke(note);
    }
}
