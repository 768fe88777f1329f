namespace Earshot;

/// <summary>A class that the model can tell from others.</summary>
public sealed class SoundClass
{
    /// <summary>Describes a class.</summary>
    public SoundClass(string label, bool isBackground, int onThreshold, int offThreshold, int minimumDuration)
    {
        Label = label;
        IsBackground = isBackground;
        OnThreshold = onThreshold;
        OffThreshold = offThreshold;
        MinimumDuration = minimumDuration;
    }

    /// <summary>Its name.</summary>
    public string Label { get; }

    /// <summary>Whether it was learnt only to be told apart, and is never reported.</summary>
    public bool IsBackground { get; }

    /// <summary>Smoothed score at which an event may begin, 0 to 256.</summary>
    public int OnThreshold { get; }

    /// <summary>Smoothed score below which it ends, 0 to <see cref="OnThreshold"/>.</summary>
    public int OffThreshold { get; }

    /// <summary>Shorter events are not reported, in milliseconds.</summary>
    public int MinimumDuration { get; }
}
