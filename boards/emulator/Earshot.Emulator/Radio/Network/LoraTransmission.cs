namespace Earshot.Emulator.Radio;

/// <summary>A frame on the air.</summary>
internal sealed record LoraTransmission
{
    /// <summary>Who sends it, for chance that differs from sender to sender.</summary>
    public required ulong Sender { get; init; }

    /// <summary>Which of the sender's it is.</summary>
    public required ulong Number { get; init; }

    /// <summary>Nanoseconds of virtual time.</summary>
    public required long Start { get; init; }

    /// <summary>Nanoseconds of virtual time.</summary>
    public required long End { get; init; }

    /// <summary>Hertz.</summary>
    public required int Frequency { get; init; }

    public required LoraDataRate DataRate { get; init; }

    /// <summary>dBm.</summary>
    public required double Power { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>What the gateway measures, dBm; it fills it in.</summary>
    public double Rssi { get; set; }

    /// <summary>Whether another frame shares a moment and a channel with it.</summary>
    public bool Overlaps(LoraTransmission other) =>
        !ReferenceEquals(other, this) && Frequency == other.Frequency && DataRate == other.DataRate && Start < other.End && other.Start < End;
}
