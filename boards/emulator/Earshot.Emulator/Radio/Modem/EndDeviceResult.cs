namespace Earshot.Emulator.Radio;

/// <summary>What an uplink has brought back.</summary>
internal sealed class EndDeviceResult
{
    /// <summary>The window that a frame came in; 0 when none came.</summary>
    public int Window { get; set; }

    public bool IsAcknowledged { get; set; }

    /// <summary>dBm.</summary>
    public double Rssi { get; set; }

    /// <summary>dB.</summary>
    public double Snr { get; set; }

    /// <summary>−1 when the frame had no payload.</summary>
    public int Port { get; set; } = -1;

    public byte[] Payload { get; set; } = [];

    public (int Margin, int Gateways)? Link { get; set; }

    /// <summary>When the uplink was over, in nanoseconds of virtual time.</summary>
    public required long EndedAt { get; init; }

    /// <summary>The network's time at the end of the uplink, if it told.</summary>
    public DateTime? UplinkEnd { get; set; }
}
