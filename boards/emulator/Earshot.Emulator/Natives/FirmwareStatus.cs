namespace Earshot.Emulator.Natives;

/// <summary>Status codes that the stubs around the C module add to its own; Earshot.Interop's NativeStatus lists them.</summary>
internal static class FirmwareStatus
{
    public const int Argument = -1;
    public const int NoModel = -64;
    public const int NotOpen = -65;
    public const int Microphone = -66;
    public const int SampleRate = -67;
    public const int NoSound = -68;
    public const int Watchdog = -69;
    public const int Ring = -70;
}
