namespace Earshot.Emulator.Sound;

/// <summary>What can be wrong with a microphone.</summary>
public enum MicrophoneFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It gives its bias voltage and no sound.</summary>
    Silent,

    /// <summary>The wire is broken: the converter's input floats and gives noise.</summary>
    Disconnected,
}
