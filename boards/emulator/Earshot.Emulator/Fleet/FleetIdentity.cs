using System.Globalization;
using Earshot.Emulator.Radio;
using Earshot.Payload;

namespace Earshot.Emulator.Fleet;

/// <summary>A fleet node's LoRaWAN identity, known to the emulated network alone.</summary>
/// <param name="seed">The fleet's seed.</param>
/// <param name="node">The node's number.</param>
internal sealed class FleetIdentity(int seed, int node)
{
    private const ulong KeyPurpose = 100;

    /// <summary>DevEUI in hexadecimal.</summary>
    public string DevEui { get; } = (0x70B3D57ED0000000 + (ulong)node).ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>JoinEUI in hexadecimal.</summary>
    public string JoinEui { get; } = "70B3D57ED0000001";

    /// <summary>AppKey in hexadecimal.</summary>
    public string AppKey { get; } = string.Concat(Enumerable.Range(0, 2).Select(half =>
        SeededDraw.Bits(unchecked((ulong)seed), (ulong)node, KeyPurpose + (ulong)half).ToString("X16", CultureInfo.InvariantCulture)));

    /// <summary>The settings that the node is flashed with: the defaults, and its radio.</summary>
    /// <param name="modem">Its modem.</param>
    /// <param name="port">Number of the serial port that the modem is on.</param>
    public byte[] Record(ModemKind modem, int port)
    {
        var settings = new NodeSettings
        {
            Radio = modem == ModemKind.Rak3172 ? RadioKind.Rak3172 : RadioKind.LoRaE5,
            RadioPort = port,
        };
        settings.SetCredentials(Convert.FromHexString(DevEui), Convert.FromHexString(JoinEui), Convert.FromHexString(AppKey));
        var record = new byte[NodeSettings.Length];
        settings.Write(record);
        return record;
    }
}
