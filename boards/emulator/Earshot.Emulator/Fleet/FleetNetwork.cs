using Earshot.Emulator.Boards;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Storage;
using Earshot.Numerics;
using Earshot.Payload;

namespace Earshot.Emulator.Fleet;

/// <summary>A fleet's gateway, what it has heard of each node, and the modems.</summary>
internal sealed class FleetNetwork
{
    private const ulong KeyPurpose = 100;
    private const ulong DistancePurpose = 200;
    private const ulong ShadowPurpose = 201;
    private const ulong GatewayPurpose = 202;

    // Petäjäjärvi et al. 2015, see FleetLoRaWan.Radius.
    private const double LossAtKilometre = 128.95;
    private const double Exponent = 2.32;
    private const double Shadow = 7.8;

    private readonly FleetLoRaWan _radio;
    private readonly BoardDescription _board;
    private readonly LoRaWanGateway _gateway;
    private readonly LoRaWanIdentity[] _identities;
    private readonly double[] _distances;
    private readonly double[] _losses;
    private readonly LoRaWanModemModel?[] _modems;
    private readonly UplinkReceiver[] _receivers;
    private readonly HashSet<int>[] _numbers;
    private readonly int[] _repeated;

    /// <summary>Sets the gateway up and registers every node.</summary>
    /// <param name="settings">The fleet.</param>
    /// <param name="radio">Its network.</param>
    /// <param name="labels">Names of the model's classes in its order.</param>
    /// <exception cref="InputException">The board has no place for a modem.</exception>
    public FleetNetwork(FleetSettings settings, FleetLoRaWan radio, IReadOnlyList<string> labels)
    {
        _radio = radio;
        _board = settings.Board;
        if (_board.Modem is null || !TryPort(out _))
        {
            throw new InputException(_board.Target, "no LoRaWAN modem is wired to it.", "Give the board description 'modem: { port: COM6 }', or let the fleet use the serial radio.");
        }

        var seed = unchecked((ulong)settings.Seed);
        _gateway = new LoRaWanGateway(radio.Gateway with { Seed = SeededDraw.Bits(seed, GatewayPurpose, 0) });
        _identities = [.. Enumerable.Range(0, settings.Nodes).Select(node => LoRaWanIdentity.OfNode(seed, node, KeyPurpose))];
        // Even over the disc: as many nodes on each square metre.
        _distances = [.. Enumerable.Range(0, settings.Nodes).Select(node => radio.Radius * Math.Sqrt(SeededDraw.Unit(seed, (ulong)node, DistancePurpose)))];
        _losses = [.. _distances.Select((distance, node) => LossAtKilometre
            + (10 * Exponent * PortableMath.Log10(Math.Max(distance, 1) / 1000))
            + (Shadow * SeededDraw.Normal(seed, (ulong)node, ShadowPurpose)))];
        _modems = new LoRaWanModemModel?[settings.Nodes];
        _receivers = [.. _identities.Select(_ => new UplinkReceiver(radio.Gateway.Start))];
        _numbers = [.. _identities.Select(_ => new HashSet<int>())];
        _repeated = new int[settings.Nodes];
        var numbers = new Dictionary<ulong, int>();
        for (var node = 0; node < settings.Nodes; node++)
        {
            var identity = _identities[node];
            numbers.Add(_gateway.Add(identity.DevEui, LoRaWanIdentity.JoinEui, identity.AppKey, new LinkBudget(_losses[node], radio.Fading)), node);
        }

        // Told on the thread of the sender's board, so that no two threads touch a node's receiver.
        _gateway.Received += uplink => Receive(numbers[uplink.DevEui], uplink, labels);
    }

    /// <summary>A node's flash, with the settings that make it join.</summary>
    public FlashStorage CreateStorage(int node)
    {
        _ = TryPort(out var port);
        var storage = new FlashStorage();
        var settings = new NodeSettings { RadioPort = port };
        _identities[node].Apply(settings, _radio.Modem);
        NodeSettingsFile.Write(storage, settings);
        return storage;
    }

    /// <summary>Wires a node's modem.</summary>
    public void Connect(EmulatedBoard board, int node)
    {
        var modem = new LoRaWanModemModel(board, _gateway, _radio.Modem);
        board.Uarts[_board.Modem!.Port].Connect(modem);
        _modems[node] = modem;
    }

    /// <summary>A node's events in the order of arrival, each once.</summary>
    public IReadOnlyList<ReceivedEvent> EventsOf(int node) => [.. _receivers[node].Events];

    /// <summary>How each node has fared.</summary>
    public IReadOnlyList<FleetRadioUse> Uses()
    {
        var joined = _gateway.Joins.Where(join => join.Outcome == JoinOutcome.Accepted)
            .GroupBy(join => join.DevEui)
            .ToDictionary(group => group.Key, group => group.Min(join => join.Time));
        return [.. _identities.Select((identity, node) => Use(node, LoRaWanGateway.ParseEui(identity.DevEui), joined))];
    }

    /// <summary>What the gateway has heard.</summary>
    public FleetNetworkResult Result(IReadOnlyList<FleetRadioUse> uses) => new()
    {
        Joined = uses.Count(use => use.Joined is not null),
        Frames = uses.Sum(use => use.Frames),
        Airtime = TimeSpan.FromTicks(uses.Sum(use => use.Airtime.Ticks)),
        Lost = _gateway.LostFrames,
        Collided = _gateway.CollidedFrames,
        Rejected = _gateway.RejectedFrames,
        Delivered = uses.Sum(use => use.Delivered),
        Repeated = uses.Sum(use => use.Repeated),
    };

    private FleetRadioUse Use(int node, ulong devEui, Dictionary<ulong, TimeSpan> joined)
    {
        var numbers = _numbers[node];
        var modem = _modems[node]!;
        return new FleetRadioUse
        {
            DevEui = devEui,
            Distance = _distances[node],
            PathLoss = _losses[node],
            Joined = joined.TryGetValue(devEui, out var time) ? time : null,
            Frames = modem.DutyCycle.Transmissions,
            Airtime = modem.DutyCycle.Airtime,
            DataRate = modem.DataRate,
            Delivered = numbers.Count,
            Repeated = _repeated[node],
            Missing = numbers.Count == 0 ? 0 : numbers.Max() + 1 - numbers.Count,
        };
    }

    private void Receive(int node, Radio.ReceivedUplink uplink, IReadOnlyList<string> labels)
    {
        // A frame without a port carries no message: it answers the network's commands.
        if (uplink.Port <= 0 || UplinkDecoder.Decode(uplink.Bytes) is not { } message)
        {
            return;
        }

        if (_numbers[node].Add(message.Sequence))
        {
            _receivers[node].TryReceive(uplink.Bytes, labels, uplink.Time);
        }
        else
        {
            _repeated[node]++;
        }
    }

    private bool TryPort(out int number)
    {
        var port = _board.Modem?.Port ?? "";
        return int.TryParse(port.AsSpan(Math.Min(3, port.Length)), out number) && _board.Uarts.Any(uart => uart.Port == port);
    }
}
