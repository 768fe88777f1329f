using System.Globalization;

namespace Earshot.Emulator.Radio;

/// <summary>What a node joins with. The key protects nothing: it is known to the emulated network alone.</summary>
/// <param name="DevEui">The device's identifier, 16 hexadecimal digits.</param>
/// <param name="AppKey">The device's root key, 32 hexadecimal digits.</param>
public sealed record LoRaWanIdentity(string DevEui, string AppKey)
{
    /// <summary>The join server's identifier, 16 hexadecimal digits, the same for all.</summary>
    public const string JoinEui = "70B3D57ED0000001";

    private const ulong FirstDevice = 0x70B3D57ED0000000;

    /// <summary>The identity of one of many nodes.</summary>
    /// <param name="seed">What its key is drawn from.</param>
    /// <param name="node">Its number, from 0.</param>
    /// <param name="purpose">First of the two draws of the key.</param>
    internal static LoRaWanIdentity OfNode(ulong seed, int node, ulong purpose) => new(Device((ulong)node), DrawKey(seed, (ulong)node, purpose));

    /// <summary>A device's identifier.</summary>
    /// <param name="number">What tells it from others, below 2^24.</param>
    internal static string Device(ulong number) => (FirstDevice + number).ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>Draws a root key.</summary>
    internal static string DrawKey(ulong seed, ulong node, ulong purpose) =>
        Half(seed, node, purpose) + Half(seed, node, purpose + 1);

    /// <summary>Lets a node's settings name its modem, and join with this.</summary>
    public void Apply(NodeSettings settings, ModemKind modem)
    {
        settings.Radio = modem == ModemKind.Rak3172 ? RadioKind.Rak3172 : RadioKind.LoRaE5;
        settings.SetCredentials(Convert.FromHexString(DevEui), Convert.FromHexString(JoinEui), Convert.FromHexString(AppKey));
    }

    private static string Half(ulong seed, ulong node, ulong purpose) => SeededDraw.Bits(seed, node, purpose).ToString("X16", CultureInfo.InvariantCulture);
}
