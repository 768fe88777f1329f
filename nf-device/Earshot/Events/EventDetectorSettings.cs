namespace Earshot;

/// <summary>What the event detector goes by beside the model's thresholds; times in milliseconds.</summary>
public sealed class EventDetectorSettings
{
    /// <summary>A sound has ended when it was quiet for so long, and at least for three quarters of the model's window.</summary>
    public int QuietHold { get; set; } = 500;

    /// <summary>Another class takes over when it leads for so long.</summary>
    public int TakeOver { get; set; } = 800;

    /// <summary>Longer sounds are reported in parts of that length.</summary>
    public int MaximumDuration { get; set; } = 10000;

    /// <summary>
    /// A sound of that length has a mean score that can be trusted: it names a class from the off-threshold on, and is
    /// reported as unknown below.
    /// </summary>
    public int LongDuration { get; set; } = 1500;

    /// <summary>Hops so many dB below the loudest of late are quiet.</summary>
    public int GateRange { get; set; } = 40;

    /// <summary>How fast the loudest level of late is forgotten, in dB a second.</summary>
    public int GateDecay { get; set; } = 3;
}
