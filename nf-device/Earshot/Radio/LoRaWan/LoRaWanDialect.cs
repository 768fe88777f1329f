namespace Earshot;

/// <summary>
/// What differs from modem to modem: how a command is written and what an answer means. It has no state; the modem's is in
/// <see cref="LoRaWanModem"/>. Lines that a dialect does not know are <see cref="AtAnswerKind.None"/>.
/// </summary>
public abstract class LoRaWanDialect
{
    /// <summary>RAKwireless RAK3172 with RUI3 firmware: 115 200 baud.</summary>
    public static LoRaWanDialect Rak3172 { get; } = new Rak3172Dialect();

    /// <summary>Seeed LoRa-E5 (Wio-E5) with its factory firmware: 9600 baud.</summary>
    public static LoRaWanDialect LoRaE5 { get; } = new LoRaE5Dialect();

    /// <summary>Bits a second of the modem's line when it comes from the factory.</summary>
    public abstract int BaudRate { get; }

    internal abstract int SetupSteps { get; }

    /// <summary>The answer after which the modem's clock is worth reading.</summary>
    internal abstract AtAnswerKind TimeSign { get; }

    /// <summary>
    /// Whether each exchange is one block that "done" or a refusal ends. Else an uplink's fate comes after its "done", and the
    /// length of a restriction before the refusal.
    /// </summary>
    internal abstract bool IsDoneFinal { get; }

    /// <summary>What <see cref="WriteLimitQuery"/> is answered with.</summary>
    internal abstract AtAnswerKind LimitKind { get; }

    /// <summary>Begins every command.</summary>
    internal abstract void WritePreamble(AtCommand command);

    /// <summary>Whether the modem's firmware may refuse the step without harm.</summary>
    internal abstract bool IsOptional(int step);

    /// <summary>Writes one command of the setup.</summary>
    internal abstract void WriteSetup(int step, AtCommand command, LoRaWanCredentials credentials, LoRaWanSettings settings);

    internal abstract void WriteJoin(AtCommand command);

    /// <summary>Writes what has to be set before an uplink of another kind than the last.</summary>
    internal abstract void WritePrepare(AtCommand command, int port, bool confirmed);

    internal abstract void WriteSend(AtCommand command, int port, bool confirmed, byte[] payload, int length);

    /// <summary>Wakes the modem and asks whether it is there.</summary>
    internal abstract void WriteWake(AtCommand command);

    /// <summary>Writes the command to sleep.</summary>
    /// <returns>False when the modem falls asleep by itself.</returns>
    internal abstract bool WriteSleep(AtCommand command);

    internal abstract void WriteReset(AtCommand command);

    internal abstract void WriteTimeRequest(AtCommand command);

    internal abstract void WriteTimeQuery(AtCommand command);

    internal abstract void WriteLinkCheck(AtCommand command);

    /// <summary>Asks for the data rate, or how long a payload may be.</summary>
    internal abstract void WriteLimitQuery(AtCommand command);

    /// <summary>Says what a line means.</summary>
    /// <param name="line">A complete line.</param>
    /// <param name="answer">Is filled in; <see cref="AtAnswerKind.None"/> for a line that is not known.</param>
    public abstract void Parse(AtLine line, AtAnswer answer);
}
