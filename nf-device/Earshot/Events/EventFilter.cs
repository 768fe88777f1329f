namespace Earshot;

/// <summary>Decides which events are told one by one: by kind, and not again within the class's refractory time.</summary>
public sealed class EventFilter
{
    private readonly NodeSettings _settings;
    private readonly long[] _lastEnd;

    /// <summary>Filters by settings, which may change meanwhile.</summary>
    /// <param name="settings">Say which events are reported, and the refractory times.</param>
    /// <param name="classes">How many classes the model has.</param>
    public EventFilter(NodeSettings settings, int classes)
    {
        _settings = settings;
        _lastEnd = new long[classes];
        for (int index = 0; index < classes; index++)
        {
            _lastEnd[index] = long.MinValue / 2;
        }
    }

    /// <summary>Whether an event is reported; when so, the class's refractory time begins.</summary>
    /// <param name="heard">The event.</param>
    /// <param name="start">When it began, in milliseconds that do not begin again with a window.</param>
    public bool Passes(SoundEvent heard, long start)
    {
        if (!_settings.ReportsEvents)
        {
            return false;
        }

        if (heard.ClassIndex == SoundEvent.Unknown)
        {
            return _settings.ReportsUnknown;
        }

        if (start - _lastEnd[heard.ClassIndex] < _settings.RefractoryTime(heard.ClassIndex))
        {
            return false;
        }

        _lastEnd[heard.ClassIndex] = start + heard.Duration;
        return true;
    }
}
