using System.Globalization;
using Earshot.Emulator;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;
using Earshot.Payload;

namespace Earshot.FieldTrials.Nodes;

/// <summary>A node whose stored settings name a LoRaWAN modem, and the gateway that hears it.</summary>
public class FieldNode : IDisposable
{
    /// <summary>The device's identifier.</summary>
    public const string DevEui = "70B3D57ED0001234";

    /// <summary>The join server's identifier.</summary>
    public const string JoinEui = LoRaWanIdentity.JoinEui;

    /// <summary>A key that protects nothing.</summary>
    public const string AppKey = "2B7E151628AED2A6ABF7158809CF4F3C";

    private const int SampleRate = 16000;

    /// <summary>Writes its settings and switches it on.</summary>
    /// <exception cref="InputException">The board has no modem.</exception>
    public FieldNode(FieldNodeSettings settings)
    {
        var board = BoardCatalog.Find(settings.Board);
        var port = board.Modem?.Port
            ?? throw new InputException(settings.Board, "field modem is missing.", "Name the port that the modem is on in board.yaml.");
        Gateway = new LoRaWanGateway(new LoRaWanGatewaySettings { Start = settings.PowerOn });
        Eui = Gateway.Add(DevEui, JoinEui, AppKey, new LinkBudget(settings.PathLoss));
        WriteSettings(settings, int.Parse(port["COM".Length..], CultureInfo.InvariantCulture));
        Node = new NodeEmulation(new NodeEmulationSettings
        {
            Board = board,
            Sound = settings.Sound ?? new Silence(SampleRate),
            DeployedModel = settings.DeployedModel,
            BuiltInModel = settings.BuiltInModel,
            OpenModel = settings.OpenModel,
            Cost = settings.Cost,
            PowerOn = settings.Clock ?? settings.PowerOn,
            Storage = Storage,
            Seed = settings.Seed,
            ConnectRadio = emulated =>
            {
                Modem = new LoRaWanModemModel(emulated, Gateway, settings.Modem);
                emulated.Uarts[port].Connect(Modem);
            },
        });
    }

    /// <summary>The gateway and its network server.</summary>
    public LoRaWanGateway Gateway { get; }

    /// <summary>The device as the gateway knows it.</summary>
    public ulong Eui { get; }

    /// <summary>The flash behind drive I:.</summary>
    public FlashStorage Storage { get; } = new();

    /// <summary>The node.</summary>
    public NodeEmulation Node { get; }

    /// <summary>Its modem.</summary>
    public LoRaWanModemModel Modem { get; private set; } = null!;

    /// <summary>What the network server got, decoded, in the order of arrival.</summary>
    public IReadOnlyList<Uplink> Uplinks => [.. Gateway.Uplinks.Where(uplink => uplink.Port > 0).Select(Decode)];

    /// <summary>The statuses among them.</summary>
    public IEnumerable<StatusUplink> Statuses => Uplinks.OfType<StatusUplink>();

    /// <summary>Runs until so many seconds after power-on.</summary>
    public NodeEmulationResult Run(double seconds) => Node.Run(TimeSpan.FromSeconds(seconds));

    /// <summary>Switches it off.</summary>
    public void Dispose()
    {
        Node.Dispose();
        GC.SuppressFinalize(this);
    }

    private void WriteSettings(FieldNodeSettings settings, int port)
    {
        var stored = new NodeSettings { RadioPort = port };
        new LoRaWanIdentity(DevEui, AppKey).Apply(stored, settings.Modem);
        settings.Set?.Invoke(stored);
        NodeSettingsFile.Write(Storage, stored);
    }

    private static Uplink Decode(Emulator.Radio.ReceivedUplink uplink) =>
        UplinkDecoder.Decode(uplink.Bytes) ?? throw new InvalidDataException($"{Convert.ToHexString(uplink.Bytes)} is no uplink.");
}
