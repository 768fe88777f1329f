namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>What the world does to a pin.</summary>
public enum PinLevel
{
    /// <summary>Drives it low.</summary>
    Low,

    /// <summary>Drives it high.</summary>
    High,

    /// <summary>Lets go of it.</summary>
    Open,
}
