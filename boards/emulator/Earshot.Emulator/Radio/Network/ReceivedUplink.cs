namespace Earshot.Emulator.Radio;

/// <summary>An uplink that the network has accepted: its code is right and its counter new.</summary>
public sealed record ReceivedUplink
{
    /// <summary>The device.</summary>
    public required ulong DevEui { get; init; }

    /// <summary>Its frame counter.</summary>
    public required uint Counter { get; init; }

    /// <summary>The port, 1 to 223; −1 for a frame without a payload.</summary>
    public required int Port { get; init; }

    /// <summary>The payload in the clear.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>When its last bit was on the air, since power-on of the fleet.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Whether it asked to be acknowledged.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>DR0 to DR5.</summary>
    public required int DataRate { get; init; }

    /// <summary>dBm at the gateway.</summary>
    public required double Rssi { get; init; }

    /// <summary>dB at the gateway.</summary>
    public required double Snr { get; init; }
}
