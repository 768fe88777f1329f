using System.Globalization;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <summary>
/// A gateway and its network server for EU868: it hears what modems transmit, as far as link, chance, outages and other nodes let
/// it, and answers in their receive windows with real LoRaWAN 1.0.3 frames. Many boards can share one; it may be called from their
/// threads. A frame is announced when it begins, and who is heard is decided when the first receive window opens, one second after
/// its end: boards of a fleet that are kept within a second of each other hear each other's collisions, the same in every run.
/// </summary>
public sealed partial class LoRaWanGateway
{
    private const int NetId = 0x13;

    private static readonly int[] FurtherChannels = [867_100_000, 867_300_000, 867_500_000, 867_700_000, 867_900_000];

    private readonly Lock _lock = new();
    private readonly LoRaWanGatewaySettings _settings;
    private readonly SortedDictionary<ulong, NetworkDevice> _devices = [];
    private readonly List<(long From, long To)> _outages = [];
    private readonly List<LoraTransmission> _air = [];
    private readonly List<ReceivedUplink> _uplinks = [];
    private readonly List<ReceivedUplink> _duplicates = [];
    private readonly List<JoinAttempt> _joins = [];

    /// <summary>Sets up a gateway that knows no device.</summary>
    public LoRaWanGateway(LoRaWanGatewaySettings? settings = null) => _settings = settings ?? new LoRaWanGatewaySettings();

    /// <summary>Raised for each uplink that is accepted, on the thread of the board that sent it.</summary>
    public event Action<ReceivedUplink>? Received;

    /// <summary>Raised for each frame of a device, on the thread of its board: when it ended, its bytes, and whether it was heard.</summary>
    internal event Action<long, int, bool>? Transmitted;

    /// <summary>Chance that a bit of an uplink flips on the air, 0 to 1: the network rejects the frame.</summary>
    public double UplinkCorruption
    {
        get;
        set => field = Probability(value);
    }

    /// <summary>Chance that a bit of a downlink flips on the air, 0 to 1: the device's modem rejects the frame.</summary>
    public double DownlinkCorruption
    {
        get;
        set => field = Probability(value);
    }

    /// <summary>Whether join requests are left without an answer.</summary>
    public bool RefusesJoins { get; set; }

    /// <summary>Every accepted uplink, by time.</summary>
    public IReadOnlyList<ReceivedUplink> Uplinks => InOrder(_uplinks);

    /// <summary>Every frame that came a second time, with a counter that was accepted before.</summary>
    public IReadOnlyList<ReceivedUplink> Duplicates => InOrder(_duplicates);

    /// <summary>Every join request that was heard, by time.</summary>
    public IReadOnlyList<JoinAttempt> Joins
    {
        get
        {
            lock (_lock)
            {
                return [.. _joins.OrderBy(join => join.Time).ThenBy(join => join.DevEui)];
            }
        }
    }

    /// <summary>Frames that were on the air and not heard: too weak, in an outage, lost by chance.</summary>
    public int LostFrames { get; private set; }

    /// <summary>Frames that another node's frame destroyed.</summary>
    public int CollidedFrames { get; private set; }

    /// <summary>Frames that were heard and are no LoRaWAN frame of a known session.</summary>
    public int RejectedFrames { get; private set; }

    /// <summary>Registers a device.</summary>
    /// <param name="devEui">16 hexadecimal digits.</param>
    /// <param name="joinEui">16 hexadecimal digits.</param>
    /// <param name="appKey">32 hexadecimal digits.</param>
    /// <param name="link">How well it is heard; null for a good link.</param>
    /// <returns>Its DevEUI as a number.</returns>
    /// <exception cref="FormatException">One is not of that form; the message does not repeat it.</exception>
    public ulong Add(string devEui, string joinEui, string appKey, LinkBudget? link = null)
    {
        var number = ParseEui(devEui);
        var key = ParseKey(appKey);
        lock (_lock)
        {
            _devices[number] = new NetworkDevice(number, ParseEui(joinEui), key, link ?? new LinkBudget(), _devices.Count + 1);
        }

        return number;
    }

    /// <summary>From now on a device is heard as well as that.</summary>
    public void SetLink(ulong devEui, LinkBudget link) => With(devEui, device => device.Link = link);

    /// <summary>The network forgets the session of a device; it has to join again.</summary>
    public void ForgetSession(ulong devEui) => With(devEui, device => device.Forget());

    /// <summary>Forgets the sessions of all devices.</summary>
    public void ForgetSessions()
    {
        lock (_lock)
        {
            foreach (var device in _devices.Values)
            {
                device.Forget();
            }
        }
    }

    /// <summary>Between these moments nothing is heard and nothing sent.</summary>
    /// <exception cref="ArgumentException">It would end before it begins.</exception>
    public void AddOutage(TimeSpan from, TimeSpan to)
    {
        if (to < from)
        {
            throw new ArgumentException("An outage cannot end before it begins.", nameof(to));
        }

        lock (_lock)
        {
            _outages.Add((VirtualTime.From(from), VirtualTime.From(to)));
        }
    }

    /// <summary>Queues a downlink; it goes out after the device's next uplink.</summary>
    /// <param name="devEui">The device.</param>
    /// <param name="port">1 to 223.</param>
    /// <param name="bytes">The payload.</param>
    /// <param name="fault">What goes wrong with it.</param>
    public void Enqueue(ulong devEui, int port, byte[] bytes, DownlinkFault fault = DownlinkFault.None) =>
        With(devEui, device => device.Downlinks.Enqueue(new QueuedDownlink(port, bytes, fault)));

    /// <summary>What a device has had on the air by sub-band, joins and frames that nobody heard included.</summary>
    /// <exception cref="ArgumentException">The gateway does not know the device.</exception>
    public DutyCycleLedger AirtimeOf(ulong devEui)
    {
        DutyCycleLedger? airtime = null;
        With(devEui, device => airtime = device.Airtime);
        return airtime!;
    }

    /// <summary>How many downlinks wait for a device.</summary>
    public int Queued(ulong devEui)
    {
        var count = 0;
        With(devEui, device => count = device.Downlinks.Count);
        return count;
    }

    internal static ulong ParseEui(string text) => text.Length == 16
        ? ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : throw new FormatException("An EUI has 16 hexadecimal digits.");

    internal static byte[] ParseKey(string text)
    {
        var key = new byte[16];
        return text.Length == 32 && Convert.FromHexString(text, key, out _, out _) == System.Buffers.OperationStatus.Done
            ? key
            : throw new FormatException("An AppKey has 32 hexadecimal digits.");
    }

    /// <summary>Notes that a frame is on the air; called when it begins.</summary>
    internal void Transmit(LoraTransmission transmission)
    {
        const long Kept = 60 * VirtualTime.Second;
        lock (_lock)
        {
            var device = _devices.GetValueOrDefault(transmission.Sender);
            device?.Airtime.Book(SubBand.Of(transmission.Frequency), transmission.Start, transmission.End - transmission.Start);
            var link = device?.Link ?? new LinkBudget();
            transmission.Rssi = link.RssiOf(transmission.Power, SeededDraw.Normal(_settings.Seed, transmission.Sender, transmission.Number));
            _air.RemoveAll(other => other.End < transmission.Start - Kept);
            _air.Add(transmission);
        }
    }

    /// <summary>Lets the network hear a frame; called when the sender's first receive window opens.</summary>
    /// <returns>What it answers; null for nothing.</returns>
    internal LoraAnswer? Hear(LoraTransmission transmission, long now)
    {
        ReceivedUplink? accepted = null;
        LoraAnswer? answer = null;
        bool isHeard;
        lock (_lock)
        {
            isHeard = IsHeard(transmission);
            if (isHeard)
            {
                var frame = transmission with { Bytes = Carry(transmission, UplinkCorruption, 5, transmission.Bytes) };
                answer = JoinRequest.TryRead(frame.Bytes, out var request)
                    ? Join(frame, request)
                    : Take(frame, out accepted);
            }
        }

        Transmitted?.Invoke(transmission.End, transmission.Bytes.Length, isHeard);
        if (accepted is not null)
        {
            Received?.Invoke(accepted);
        }

        return answer is not null && IsOut(now, now) ? null : answer;
    }

    private bool IsHeard(LoraTransmission transmission)
    {
        var isCollided = _air.Any(other => transmission.Overlaps(other) && transmission.Rssi - other.Rssi < _settings.CaptureThreshold);
        var isLost = IsOut(transmission.Start, transmission.End)
            || transmission.Rssi - LinkBudget.NoiseFloor < transmission.DataRate.RequiredSnr
            || SeededDraw.Unit(_settings.Seed + 1, transmission.Sender, transmission.Number) < _settings.LossProbability;
        LostFrames += isLost ? 1 : 0;
        CollidedFrames += isCollided && !isLost ? 1 : 0;
        return !isLost && !isCollided;
    }

    private bool IsOut(long from, long to) => _outages.Exists(outage => from < outage.To && to >= outage.From);

    private LoraAnswer? Join(LoraTransmission transmission, JoinRequest request)
    {
        var device = _devices.GetValueOrDefault(request.DevEui);
        var outcome = device is null ? JoinOutcome.UnknownDevice
            : device.JoinEui != request.JoinEui || !FrameBytes.IsSigned(device.AppKey, transmission.Bytes) ? JoinOutcome.WrongKey
            : device.UsedNonces.Contains(request.DevNonce) ? JoinOutcome.UsedNonce
            : RefusesJoins ? JoinOutcome.Refused
            : JoinOutcome.Accepted;
        _joins.Add(new JoinAttempt(request.DevEui, VirtualTime.ToTimeSpan(transmission.End), outcome));
        if (outcome != JoinOutcome.Accepted)
        {
            return null;
        }

        device!.UsedNonces.Add(request.DevNonce);
        var bits = SeededDraw.Bits(_settings.Seed + 2, request.DevEui, request.DevNonce);
        // The high bits are the network's; the others tell devices apart, so that no two sessions share an address.
        var address = (uint)((NetId << 25) | device.Index);
        var accept = new JoinAccept((int)(bits & 0xFFFFFF), NetId, address, 1, FurtherChannels);
        device.Begin(address, new SessionKeys(device.AppKey, accept.AppNonce, NetId, request.DevNonce));
        return Send(device, transmission, accept.Write(device.AppKey), DownlinkFault.None);
    }

    private LoraAnswer Send(NetworkDevice device, LoraTransmission uplink, byte[] frame, DownlinkFault fault)
    {
        if (fault == DownlinkFault.OnAir)
        {
            frame[^6] ^= 0x10;
        }

        frame = Carry(uplink, DownlinkCorruption, 7, frame);

        // The gateway transmits with 14 dBm in the first window and 27 dBm in the second, over the same path.
        var power = _settings.AnswerWindow == 1 ? 14 : 27;
        var deviation = SeededDraw.Normal(_settings.Seed + 3, uplink.Sender, uplink.Number);
        var snr = device.Link.SnrOf(power, deviation);
        var rate = _settings.AnswerWindow == 1 ? uplink.DataRate : LoraDataRate.All[0];
        var isLost = snr < rate.RequiredSnr
            || SeededDraw.Unit(_settings.Seed + 4, uplink.Sender, uplink.Number) < _settings.LossProbability;
        return new LoraAnswer(_settings.AnswerWindow, frame, device.Link.RssiOf(power, deviation), snr, isLost);
    }

    // What arrives of a frame on a bad path.
    private byte[] Carry(LoraTransmission uplink, double corruption, ulong purpose, byte[] frame)
    {
        if (corruption == 0 || SeededDraw.Unit(_settings.Seed + purpose, uplink.Sender, uplink.Number) >= corruption)
        {
            return frame;
        }

        var bit = (int)(SeededDraw.Bits(_settings.Seed + purpose + 1, uplink.Sender, uplink.Number) % (ulong)(8 * frame.Length));
        byte[] flipped = [.. frame];
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static double Probability(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");

    private List<ReceivedUplink> InOrder(List<ReceivedUplink> uplinks)
    {
        lock (_lock)
        {
            return [.. uplinks.OrderBy(uplink => uplink.Time).ThenBy(uplink => uplink.DevEui)];
        }
    }

    private void With(ulong devEui, Action<NetworkDevice> action)
    {
        lock (_lock)
        {
            action(_devices.GetValueOrDefault(devEui)
                ?? throw new ArgumentException($"The gateway knows no device {devEui:X16}.", nameof(devEui)));
        }
    }
}
