namespace Earshot;

/// <summary>What an uplink says; docs/payload.md specifies the bytes of each.</summary>
public enum PayloadKind
{
    /// <summary>A sound was heard.</summary>
    Event = 0,

    /// <summary>The sound levels of a period.</summary>
    Levels = 1,

    /// <summary>For how long classes were heard in a period.</summary>
    Classes = 2,

    /// <summary>How the node is.</summary>
    Status = 3,

    /// <summary>What became of a downlink, and which settings are in force.</summary>
    Settings = 4,

    /// <summary>What the microphone was like.</summary>
    Microphone = 5,
}
