namespace Earshot.Emulator.Radio;

/// <summary>A message that waits for the device's next uplink.</summary>
/// <param name="Port">1 to 223.</param>
/// <param name="Bytes">The payload.</param>
/// <param name="Fault">What goes wrong with it.</param>
internal sealed record QueuedDownlink(int Port, byte[] Bytes, DownlinkFault Fault);
