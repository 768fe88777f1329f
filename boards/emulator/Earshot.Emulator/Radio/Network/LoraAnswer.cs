namespace Earshot.Emulator.Radio;

/// <summary>A frame from the gateway to a device.</summary>
/// <param name="Window">The receive window it is sent in, 1 or 2.</param>
/// <param name="Bytes">The frame.</param>
/// <param name="Rssi">dBm at the device.</param>
/// <param name="Snr">dB at the device.</param>
/// <param name="IsLost">Whether it is on the air and the device does not hear it.</param>
internal sealed record LoraAnswer(int Window, byte[] Bytes, double Rssi, double Snr, bool IsLost);
