namespace Earshot.Emulator.Soak;

/// <summary>A message that the queue has accepted.</summary>
/// <param name="Sequence">Its number, as the payload has it.</param>
/// <param name="Payload">What it said then.</param>
/// <param name="Time">When it was accepted.</param>
/// <param name="Started">When the program that accepted it had started: undated messages count from there.</param>
internal sealed record SoakMessage(int Sequence, byte[] Payload, TimeSpan Time, TimeSpan Started)
{
    /// <summary>When the gateway first acknowledged it; null while it waits.</summary>
    public TimeSpan? Delivered { get; set; }

    /// <summary>Whether noise on the modem's line has changed it on its way to the modem, which signed and sent what it got.</summary>
    public bool IsGarbled { get; set; }

    /// <summary>The most messages that have waited beside it: a queue that overflows merges.</summary>
    public int Crowd { get; set; }

    /// <summary>What it is about.</summary>
    public PayloadKind Kind => PayloadHeader.ReadKind(Payload, 0);
}
