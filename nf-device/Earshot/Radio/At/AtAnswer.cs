namespace Earshot;

/// <summary>What a line from a modem said. The dialect fills it in; it is used again for every line.</summary>
public sealed class AtAnswer
{
    /// <summary>What kind of answer it is.</summary>
    public AtAnswerKind Kind { get; set; }

    /// <summary>A number, whose meaning and unit the kind tells.</summary>
    public int Number { get; set; }

    /// <summary>How many gateways heard a link check.</summary>
    public int Gateways { get; set; }

    /// <summary>Milliseconds since 1970-01-01 00:00 UTC.</summary>
    public long Time { get; set; }

    /// <summary>A downlink.</summary>
    public Downlink Received { get; } = new Downlink();
}
