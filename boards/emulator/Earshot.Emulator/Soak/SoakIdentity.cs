using Earshot.Emulator.Radio;
using Earshot.Payload;

namespace Earshot.Emulator.Soak;

/// <summary>What tells a soak's nodes from each other: seeds, LoRaWAN identity, modem and schedule, all from the soak's seed.</summary>
internal sealed class SoakIdentity(int seed, int node)
{
    private const ulong KeyPurpose = 1000;

    /// <summary>What it joins with.</summary>
    public LoRaWanIdentity Device { get; } = LoRaWanIdentity.OfNode((uint)seed, node, KeyPurpose);

    /// <summary>Its modem: one kind, then the other.</summary>
    public ModemKind Modem => node % 2 == 0 ? ModemKind.Rak3172 : ModemKind.LoRaE5;

    /// <summary>A seed for one purpose.</summary>
    public int SeedOf(int purpose) => (int)(SeededDraw.Bits((ulong)(uint)seed, (ulong)node, (ulong)purpose) & int.MaxValue);

    /// <summary>The settings that the node is flashed with. Every fourth stands by at night.</summary>
    public NodeSettings Settings(SoakSettings soak)
    {
        var settings = new NodeSettings();
        Device.Apply(settings, Modem);
        settings.Apply(Schedule(soak, revision: 0).Encode());
        return settings;
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
