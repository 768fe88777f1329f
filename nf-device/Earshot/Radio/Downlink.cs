namespace Earshot;

/// <summary>
/// A message from the network to the node. The caller makes one and uses it again and again:
/// <see cref="ILabelRadio.TryReceive"/> fills it in place.
/// </summary>
public sealed class Downlink
{
    /// <summary>The most bytes that a LoRaWAN message of any data rate carries (LoRaWAN Regional Parameters: N without repeater).</summary>
    public const int Capacity = 242;

    /// <summary>The port that the sender chose, 1 to 223.</summary>
    public int Port { get; set; }

    /// <summary>The bytes; the first <see cref="Length"/> count.</summary>
    public byte[] Bytes { get; } = new byte[Capacity];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; set; }
}
