namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>What a message is about.</summary>
public enum MessageKind
{
    /// <summary>A sound.</summary>
    Event,

    /// <summary>The levels of a period.</summary>
    Levels,

    /// <summary>The time of each class in a period.</summary>
    Classes,

    /// <summary>The node.</summary>
    Status,

    /// <summary>A downlink that the node has answered.</summary>
    Settings,

    /// <summary>The microphone.</summary>
    Microphone,
}
