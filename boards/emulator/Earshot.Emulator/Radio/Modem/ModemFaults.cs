namespace Earshot.Emulator.Radio;

/// <summary>What is wrong with a modem. Everything can be set while it runs.</summary>
public sealed class ModemFaults
{
    /// <summary>It takes commands and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Chance of each byte it sends that a bit of it flips; 0 to 1.</summary>
    public double GarbleProbability { get; set; }

    /// <summary>It says everything twice.</summary>
    public bool AnswersTwice { get; set; }

    /// <summary>How much later than usual everything it says is sent.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Lines that it loses: one of so many; 0 for none.</summary>
    public int LosesEveryLine { get; set; }

    /// <summary>Text that it sends after each answer, unasked.</summary>
    public string Chatter { get; set; } = "";
}
