namespace Earshot;

/// <summary>
/// Decides when a node listens and when it sleeps, by schedule and supply. Windows begin at multiples of the cycle, so that a
/// reset does not shift them.
/// </summary>
public sealed class PowerPlan
{
    private const int DefaultWindow = 10;
    private const int SavingFactor = 10;
    private const int QuarterSeconds = 900;
    private const int DaySeconds = DownlinkPayload.QuartersOfADay * QuarterSeconds;
    // Of a supply that hovers about the limit, the node would not know what to do.
    private const int Hysteresis = 50;

    private readonly NodeSettings _settings;

    /// <summary>Plans by settings, which may change meanwhile.</summary>
    public PowerPlan(NodeSettings settings)
    {
        _settings = settings;
    }

    /// <summary>Whether the supply was too low when it was last told.</summary>
    public bool IsSaving { get; private set; }

    /// <summary>How long the last answer of <see cref="Next"/> holds, in milliseconds.</summary>
    public int Duration { get; private set; }

    /// <summary>Tells the supply.</summary>
    /// <param name="millivolts">Measured; 0 or less when it is not known.</param>
    public void SetSupply(int millivolts)
    {
        int limit = _settings.LowestSupply + (IsSaving ? Hysteresis : 0);
        IsSaving = _settings.LowestSupply > 0 && millivolts > 0 && millivolts < limit;
    }

    /// <summary>What to do now.</summary>
    /// <param name="milliseconds">The time: since 2024-01-01 00:00 UTC when the clock is set, else since whenever.</param>
    /// <param name="clockIsSet">Whether the time of day is known. Without it there is no standby.</param>
    public PowerAction Next(long milliseconds, bool clockIsSet)
    {
        if (clockIsSet && _settings.From != _settings.To)
        {
            int secondOfDay = (int)(milliseconds / 1000 % DaySeconds);
            int from = _settings.From * QuarterSeconds;
            int sinceFrom = (secondOfDay - from + DaySeconds) % DaySeconds;
            int awake = ((_settings.To - _settings.From + DownlinkPayload.QuartersOfADay) % DownlinkPayload.QuartersOfADay) * QuarterSeconds;
            if (sinceFrom >= awake)
            {
                Duration = ((DaySeconds - sinceFrom) * 1000) - (int)(milliseconds % 1000);
                return PowerAction.Standby;
            }
        }

        int window = _settings.Listen;
        int cycle = _settings.Every;
        if (IsSaving)
        {
            window = window == 0 ? DefaultWindow : window;
            cycle = (cycle == 0 ? DefaultWindow : cycle) * SavingFactor;
        }

        if (window == cycle)
        {
            Duration = int.MaxValue;
            return PowerAction.Listen;
        }

        long cycleMilliseconds = cycle * 1000L;
        long inCycle = milliseconds % cycleMilliseconds;
        bool isInWindow = inCycle < window * 1000L;
        Duration = (int)((isInWindow ? window * 1000L : cycleMilliseconds) - inCycle);
        return isInWindow ? PowerAction.Listen : PowerAction.Stop;
    }
}
