using System.Globalization;
using Earshot.Emulator.Radio;
using Earshot.Payload;

namespace Earshot.Emulator.Soak;

/// <summary>What tells a soak's nodes from each other: seeds, LoRaWAN identity, modem and schedule, all from the soak's seed.</summary>
internal sealed class SoakIdentity(int seed, int node)
{
    /// <summary>DevEUI in hexadecimal.</summary>
    public string DevEui { get; } = (0x70B3D57ED0000000UL + (ulong)node).ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>JoinEUI in hexadecimal.</summary>
    public string JoinEui { get; } = "70B3D57ED0000001";

    /// <summary>AppKey in hexadecimal: known to the emulated network alone.</summary>
    public string AppKey { get; } = string.Concat(Enumerable.Range(0, 2).Select(half =>
        SeededDraw.Bits((ulong)(uint)seed, (ulong)node, 1000UL + (ulong)half).ToString("X16", CultureInfo.InvariantCulture)));

    /// <summary>Its modem: one kind, then the other.</summary>
    public ModemKind Modem => node % 2 == 0 ? ModemKind.Rak3172 : ModemKind.LoRaE5;

    /// <summary>A seed for one purpose.</summary>
    public int SeedOf(int purpose) => (int)(SeededDraw.Bits((ulong)(uint)seed, (ulong)node, (ulong)purpose) & int.MaxValue);

    /// <summary>The settings that the node is flashed with. Every fourth stands by at night.</summary>
    public byte[] Record(SoakSettings soak)
    {
        var settings = new NodeSettings { Radio = Modem == ModemKind.Rak3172 ? RadioKind.Rak3172 : RadioKind.LoRaE5 };
        settings.SetCredentials(Convert.FromHexString(DevEui), Convert.FromHexString(JoinEui), Convert.FromHexString(AppKey));
        settings.Apply(Schedule(soak, revision: 0).Encode());
        var record = new byte[NodeSettings.Length];
        settings.Write(record);
        return record;
    }

    /// <summary>When the node listens.</summary>
    public ScheduleDownlink Schedule(SoakSettings soak, int revision) => new()
    {
        Revision = revision,
        Listen = soak.Listen,
        Every = soak.Every,
        From = node % 4 == 3 ? 5 : 0,
        To = node % 4 == 3 ? 23 : 0,
    };
}
