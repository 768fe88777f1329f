namespace Earshot.Emulator.Boards;

/// <summary>The chip's backup domain as nanoFramework.Hardware.Stm32 shows it.</summary>
public sealed class BoardBackup
{
    /// <summary>Bytes of backup registers.</summary>
    public int Bytes { get; set; }

    /// <summary>The pins behind nanoFramework.Hardware.Stm32.Power.WakeupPin, from Pin1.</summary>
    public List<string> WakeupPins { get; set; } = [];

    /// <summary>Datasheet and table.</summary>
    public string Source { get; set; } = "";
}
