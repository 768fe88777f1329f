namespace Earshot;

/// <summary>
/// A LoRaWAN modem behind AT commands: class A, joined over the air. It sets the modem up, joins when there is something to send,
/// wakes it for an uplink and lets it sleep again. Whatever the modem does – answers late, garbled, twice, or never, starts anew,
/// loses its session – no method throws; <see cref="RetryAfter"/> says when trying again makes sense.
/// One thread at a time may use it. It uses the port and does not own it.
/// </summary>
public sealed partial class LoRaWanModem : ILabelRadio
{
    private readonly AtChannel _channel;
    private readonly LoRaWanDialect _dialect;
    private readonly LoRaWanCredentials _credentials;
    private readonly LoRaWanSettings _settings;
    private readonly IModemReset _reset;
    private readonly JoinBackOff _backOff;
    private readonly DownlinkQueue _downlinks;
    private long _notBefore;

    /// <summary>Prepares a modem on any line.</summary>
    /// <param name="port">The line.</param>
    /// <param name="dialect">Which modem it is.</param>
    /// <param name="credentials">What it joins with.</param>
    /// <param name="settings">How it is used.</param>
    /// <param name="reset">Its reset line; null when none is wired: then only a command can reset it.</param>
    public LoRaWanModem(IAtPort port, LoRaWanDialect dialect, LoRaWanCredentials credentials, LoRaWanSettings settings, IModemReset reset)
    {
        _channel = new AtChannel(port, dialect);
        _dialect = dialect;
        _credentials = credentials;
        _settings = settings;
        _reset = reset;
        _backOff = new JoinBackOff(credentials.Seed());
        _downlinks = new DownlinkQueue(settings.DownlinkCapacity);
        MaximumLength = PayloadLimits.Of(settings.Region, -1);
    }

    /// <inheritdoc/>
    public int MaximumLength { get; private set; }

    /// <inheritdoc/>
    public int RetryAfter
    {
        get
        {
            long left = _notBefore - _channel.Now;
            return left > 0 ? (int)left : 0;
        }
    }

    /// <summary>Whether the modem has a session, as far as is known.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>How often the modem was reset because it did not answer.</summary>
    public int Resets { get; private set; }

    /// <summary>Lines from the modem that were damaged and dropped.</summary>
    public int DamagedLines => _channel.DroppedLines;

    /// <summary>Downlinks that were lost because nobody took them in time.</summary>
    public int LostDownlinks => _downlinks.Lost;

    /// <summary>How many dB the last link check was above what the gateway needs; −1 before the first.</summary>
    public int LinkMargin { get; private set; } = -1;

    /// <summary>How many gateways heard the last link check.</summary>
    public int LinkGateways { get; private set; }

    /// <summary>Joins, unless it has. <see cref="Send"/> does it by itself.</summary>
    /// <returns>Whether there is a session.</returns>
    public bool Join()
    {
        if (!IsJoined && RetryAfter == 0 && Open())
        {
            TryJoin();
            Close();
        }

        return IsJoined;
    }

    /// <inheritdoc/>
    /// <remarks>It takes until the receive windows are over: 2 to 6 seconds. A session is begun first if there is none.</remarks>
    public SendResult Send(byte[] payload, int length, bool confirmed)
    {
        if (payload == null || length < 1 || length > payload.Length || length > MaximumLength)
        {
            return SendResult.Failed;
        }

        if (RetryAfter > 0)
        {
            return IsJoined ? SendResult.Busy : SendResult.NotJoined;
        }

        if (!Open())
        {
            return SendResult.Failed;
        }

        SendResult result = IsJoined || TryJoin() ? Transmit(payload, length, confirmed) : SendResult.NotJoined;
        Close();
        return result;
    }

    /// <inheritdoc/>
    public bool TryReceive(Downlink downlink)
    {
        Drain();
        return _downlinks.TryTake(downlink);
    }

    /// <summary>
    /// Reads the network's time (DeviceTimeReq, LoRaWAN 1.0.3 §5.10). The request rides on the next uplink, so the first call
    /// answers false and one after that uplink true, if the network has answered. Each answer is given once.
    /// </summary>
    /// <param name="unixMilliseconds">The time now, in milliseconds since 1970-01-01 00:00 UTC; right to about a second.</param>
    public bool TryReadTime(out long unixMilliseconds)
    {
        unixMilliseconds = _time + (_channel.Now - _timeReadAt);
        bool hasTime = _hasTime;
        _hasTime = false;
        _wantsTime = !hasTime;
        return hasTime;
    }

    /// <summary>Tells that the board's clocks stood still (STOP mode): pauses of the radio went on all the same.</summary>
    /// <param name="milliseconds">For how long.</param>
    public void Stopped(int milliseconds)
    {
        _notBefore -= milliseconds;
        _timeReadAt -= milliseconds;
    }

    /// <summary>Lets the next uplink ask how well it is heard: <see cref="LinkMargin"/> and <see cref="LinkGateways"/>.</summary>
    public void RequestLinkCheck()
    {
        _wantsLinkCheck = true;
    }
}
