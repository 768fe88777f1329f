namespace Earshot.Emulator.Radio;

/// <summary>What a modem is doing, as far as its current goes.</summary>
public enum ModemState
{
    /// <summary>No supply.</summary>
    Off,

    /// <summary>Asleep.</summary>
    Sleep,

    /// <summary>Awake, radio off.</summary>
    Idle,

    /// <summary>On the air.</summary>
    Transmit,

    /// <summary>Listening.</summary>
    Receive,
}
