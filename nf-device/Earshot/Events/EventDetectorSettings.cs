namespace Earshot;

/// <summary>Times that the event detector goes by, in milliseconds; thresholds come with the model.</summary>
public sealed class EventDetectorSettings
{
    /// <summary>A sound has ended when it was quiet for so long, and at least for one window of the model.</summary>
    public int QuietHold { get; set; } = 500;

    /// <summary>Another class takes over when it leads for so long.</summary>
    public int TakeOver { get; set; } = 600;

    /// <summary>Longer sounds are reported in parts of that length.</summary>
    public int MaximumDuration { get; set; } = 10000;

    /// <summary>A sound that is no class is reported as unknown when it lasts so long; 0 for never.</summary>
    public int UnknownDuration { get; set; } = 1500;
}
