using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <summary>
/// The LoRaWAN stack in a modem: class A, EU868, LoRaWAN 1.0.3. It makes real frames, keeps the duty cycle, opens receive windows
/// and follows ADR.
/// </summary>
internal sealed partial class EndDevice(Scheduler scheduler, LoRaWanGateway gateway, TraceLogWriter trace)
{
    private const int AckLimit = 64;
    private const int AckDelay = 32;
    private const long WindowSymbols = 8;

    private static readonly int[] JoinChannels = [868_100_000, 868_300_000, 868_500_000];

    private readonly DutyCycleLedger _dutyCycle = new();
    private readonly List<byte> _pendingOptions = [];
    private int[] _channels = JoinChannels;
    private ulong _transmissions;
    private ushort _devNonce;
    private int _joinAttempts;
    private SessionKeys? _keys;
    private uint _devAddr;
    private uint _uplinkCounter;
    private uint _downlinkCounter;
    private int _uplinksSinceDownlink;
    private bool _isBusy;
    private int _epoch;

    public ulong DevEui { get; set; }

    public ulong JoinEui { get; set; }

    public byte[] AppKey { get; set; } = new byte[16];

    public bool IsAdaptive { get; set; } = true;

    public bool KeepsDutyCycle { get; set; } = true;

    public int DataRateIndex { get; set; }

    public int PowerIndex { get; private set; }

    public bool IsJoined => _keys is not null;

    public bool IsBusy => _isBusy;

    public bool WantsTime { get; set; }

    public bool WantsLinkCheck { get; set; }

    public DutyCycleLedger DutyCycle => _dutyCycle;

    public LoraDataRate DataRate => LoraDataRate.All[DataRateIndex];

    /// <summary>Tells what the radio does.</summary>
    public Action<ModemState>? StateChanged { get; set; }

    /// <summary>Supply gone or reset: session, settings of the network and what was going on are lost; the join nonce is kept.</summary>
    public void Reset()
    {
        _epoch++;
        _isBusy = false;
        ForgetSession();
        WantsTime = false;
        WantsLinkCheck = false;
    }

    public void ForgetSession()
    {
        _keys = null;
        _channels = JoinChannels;
        _pendingOptions.Clear();
        PowerIndex = 0;
        DataRateIndex = 0;
    }

    /// <summary>Asks to join.</summary>
    /// <param name="done">Told whether it was accepted.</param>
    /// <returns>Nanoseconds to wait when the duty cycle forbids it; else 0.</returns>
    public long Join(Action<bool> done)
    {
        var rate = LoraDataRate.All[5 - (_joinAttempts % 6)];
        if (Wait(JoinChannels, out var frequency) is var wait and > 0)
        {
            return wait;
        }

        ForgetSession();
        _joinAttempts++;
        var nonce = ++_devNonce;
        var request = new JoinRequest(JoinEui, DevEui, nonce).Write(AppKey);
        trace($"join request, DR{rate.Index}, {frequency / 1e6:F1} MHz");
        Exchange(request, frequency, rate, firstWindow: 5, answer => AcceptJoin(answer, nonce), done);
        return 0;
    }

    /// <summary>Sends an uplink.</summary>
    /// <param name="port">1 to 223.</param>
    /// <param name="payload">In the clear.</param>
    /// <param name="confirmed">Whether to ask for an acknowledgement.</param>
    /// <param name="done">Told what came back; a downlink without content when nothing did.</param>
    /// <returns>Nanoseconds to wait when the duty cycle forbids it; else 0.</returns>
    public long Send(int port, byte[] payload, bool confirmed, Action<EndDeviceResult> done)
    {
        if (Wait(_channels, out var frequency) is var wait and > 0)
        {
            return wait;
        }

        var frame = new DataFrame
        {
            IsUplink = true,
            IsConfirmed = confirmed,
            DevAddr = _devAddr,
            Counter = _uplinkCounter++,
            IsAdaptive = IsAdaptive,
            AsksForSign = IsAdaptive && _uplinksSinceDownlink >= AckLimit,
            Options = TakeOptions(),
            Port = port,
            Payload = payload,
        };
        BackOffDataRate();
        var bytes = frame.Write(_keys!);
        trace($"uplink {frame.Counter}, {bytes.Length} bytes, DR{DataRateIndex}, {frequency / 1e6:F1} MHz");
        var result = new EndDeviceResult { EndedAt = scheduler.Now + DataRate.Airtime(bytes.Length, hasCrc: true) };
        Exchange(bytes, frequency, DataRate, firstWindow: 1, answer => AcceptDownlink(answer, result), _ => done(result));
        return 0;
    }

    private byte[] TakeOptions()
    {
        if (WantsTime)
        {
            _pendingOptions.Add(MacCommands.DeviceTime);
        }

        if (WantsLinkCheck)
        {
            _pendingOptions.Add(MacCommands.LinkCheck);
        }

        byte[] options = [.. _pendingOptions];
        _pendingOptions.Clear();
        WantsLinkCheck = false;
        return options;
    }

    // LoRaWAN 1.0.3 §4.3.1.1: with nothing heard for long, a more robust data rate step by step.
    private void BackOffDataRate()
    {
        _uplinksSinceDownlink++;
        if (IsAdaptive && _uplinksSinceDownlink >= AckLimit + AckDelay && (_uplinksSinceDownlink - AckLimit) % AckDelay == 0)
        {
            if (PowerIndex > 0)
            {
                PowerIndex = 0;
            }
            else if (DataRateIndex > 0)
            {
                DataRateIndex--;
            }
        }
    }

    private long Wait(int[] channels, out int frequency)
    {
        var now = scheduler.Now;
        var free = channels.Where(channel => !KeepsDutyCycle || _dutyCycle.FreeAt(SubBand.Of(channel)) <= now).ToArray();
        frequency = free.Length == 0 ? 0 : free[SeededDraw.Bits(7, DevEui, _transmissions) % (ulong)free.Length];
        return free.Length > 0 ? 0 : channels.Min(channel => _dutyCycle.FreeAt(SubBand.Of(channel))) - now;
    }

    private bool AcceptJoin(LoraAnswer answer, ushort nonce)
    {
        if (JoinAccept.TryRead(AppKey, answer.Bytes) is not { } accept)
        {
            return false;
        }

        _keys = new SessionKeys(AppKey, accept.AppNonce, accept.NetId, nonce);
        _devAddr = accept.DevAddr;
        _channels = [.. JoinChannels, .. accept.Channels];
        _uplinkCounter = 0;
        _downlinkCounter = 0;
        _uplinksSinceDownlink = 0;
        _joinAttempts = 0;
        return true;
    }

    private bool AcceptDownlink(LoraAnswer answer, EndDeviceResult result)
    {
        if (_keys is null || DataFrame.TryRead(_keys, answer.Bytes, isUplink: false, _downlinkCounter) is not { } frame || frame.DevAddr != _devAddr)
        {
            return false;
        }

        _downlinkCounter = frame.Counter + 1;
        _uplinksSinceDownlink = 0;
        result.Window = answer.Window;
        result.Rssi = answer.Rssi;
        result.Snr = answer.Snr;
        result.IsAcknowledged = frame.Acknowledges;
        result.Port = frame.Port;
        result.Payload = frame.Payload;
        Obey(frame.Options, result);
        return true;
    }

    private void Obey(byte[] options, EndDeviceResult result)
    {
        var at = 0;
        while (at < options.Length && MacCommands.ArgumentsOf(options[at], isUplink: false) is var length and >= 0 && at + length < options.Length)
        {
            var arguments = options.AsSpan(at + 1, length);
            switch (options[at])
            {
                case MacCommands.LinkCheck:
                    result.Link = (arguments[0], arguments[1]);
                    break;
                case MacCommands.LinkAdr:
                    DataRateIndex = Math.Min(arguments[0] >> 4, 5);
                    PowerIndex = Math.Min(arguments[0] & 15, 7);
                    _pendingOptions.AddRange([MacCommands.LinkAdr, 0x07]);
                    break;
                case MacCommands.DeviceTime:
                    WantsTime = false;
                    result.UplinkEnd = MacCommands.ReadDeviceTime(arguments);
                    break;
            }

            at += 1 + length;
        }
    }
}
