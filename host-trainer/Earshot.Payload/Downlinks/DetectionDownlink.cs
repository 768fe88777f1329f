namespace Earshot.Payload;

/// <summary>How sound is cut into events, and what is reported. Times are seconds.</summary>
public sealed record DetectionDownlink : NodeDownlink
{
    /// <summary>Whether each event is reported.</summary>
    public bool Events { get; init; } = true;

    /// <summary>Whether sounds that are none of the classes are reported.</summary>
    public bool Unknown { get; init; } = true;

    /// <summary>Whether the time of each class is reported for each period.</summary>
    public bool Classes { get; init; } = true;

    /// <summary>Whether the levels of each period are reported.</summary>
    public bool Levels { get; init; } = true;

    /// <summary>Time constant that scores are smoothed with, 0 to 5.08; null for the model's own.</summary>
    public double? Smoothing { get; init; }

    /// <summary>A sound has ended when it was quiet for so long, 0.1 to 10.</summary>
    public double QuietHold { get; init; } = 0.5;

    /// <summary>Another class takes over when it leads for so long, 0.1 to 10.</summary>
    public double TakeOver { get; init; } = 0.8;

    /// <summary>Longer sounds are reported in parts of that length, 1 to 60.</summary>
    public int Longest { get; init; } = 10;

    /// <summary>Hops so many dB below the loudest of late are quiet, 10 to 120.</summary>
    public int GateRange { get; init; } = 40;

    private protected override DownlinkKind Kind => DownlinkKind.Detection;

    private protected override byte[] Values() =>
    [
        (byte)((Events ? 1 : 0) | (Unknown ? 2 : 0) | (Classes ? 4 : 0) | (Levels ? 8 : 0)),
        Smoothing is { } smoothing ? Scale(smoothing, 50, 0, 254, "smoothing") : (byte)255,
        Scale(QuietHold, 10, 1, 100, "quietHold"),
        Scale(TakeOver, 10, 1, 100, "takeOver"),
        Scale(Longest, 1, 1, 60, "longest"),
        Scale(GateRange, 1, 10, 120, "gateRange"),
    ];
}
