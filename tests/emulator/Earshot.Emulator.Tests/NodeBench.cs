using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;
using Earshot.Emulator.Tests.Radio;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

/// <summary>A node whose stored settings name a LoRaWAN modem, and the gateway that hears it.</summary>
internal sealed class NodeBench : IDisposable
{
    public NodeBench(ISoundSource? sound = null, Action<NodeSettings>? set = null, DateTime? start = null, (byte[] Deployed, byte[] BuiltIn)? models = null)
    {
        var powerOn = start ?? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Gateway = new LoRaWanGateway(new LoRaWanGatewaySettings { Start = powerOn });
        Eui = Gateway.Add(RadioBench.DevEui, RadioBench.JoinEui, RadioBench.AppKey, new LinkBudget(100));
        var settings = new NodeSettings { Radio = RadioKind.Rak3172 };
        settings.SetCredentials(
            Convert.FromHexString(RadioBench.DevEui), Convert.FromHexString(RadioBench.JoinEui), Convert.FromHexString(RadioBench.AppKey));
        set?.Invoke(settings);
        var record = new byte[NodeSettings.Length];
        settings.Write(record);
        Storage.Files.WriteFile(@"\settings0", record);
        Node = new NodeEmulation(new NodeEmulationSettings
        {
            Board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF"),
            Sound = sound ?? new Silence(FakeEngine.SampleRate),
            DeployedModel = models?.Deployed ?? [3],
            BuiltInModel = models?.BuiltIn ?? [],
            OpenModel = models is null ? FakeEngine.Open : CModuleEngine.Open,
            PowerOn = powerOn,
            Storage = Storage,
            ConnectRadio = board => board.Uarts["COM6"].Connect(new LoRaWanModemModel(board, Gateway, ModemKind.Rak3172)),
        });
    }

    public LoRaWanGateway Gateway { get; }

    public ulong Eui { get; }

    public FlashStorage Storage { get; } = new();

    public NodeEmulation Node { get; }

    /// <summary>What the network server got, decoded, in the order of arrival.</summary>
    public IReadOnlyList<Uplink> Uplinks => [.. Gateway.Uplinks.Where(uplink => uplink.Port > 0).Select(Decode)];

    public IEnumerable<StatusUplink> Statuses => Uplinks.OfType<StatusUplink>();

    public NodeEmulationResult Run(double seconds) => Node.Run(TimeSpan.FromSeconds(seconds));

    public void Dispose() => Node.Dispose();

    private static Uplink Decode(Emulator.Radio.ReceivedUplink uplink) =>
        UplinkDecoder.Decode(uplink.Bytes) ?? throw new InvalidDataException($"{Convert.ToHexString(uplink.Bytes)} is no uplink.");
}
