namespace Earshot;

/// <summary>What a downlink sets; docs/payload.md specifies the bytes of each.</summary>
public enum DownlinkKind
{
    /// <summary>When a class counts as heard.</summary>
    Thresholds = 0,

    /// <summary>How sound is cut into events, and what is reported.</summary>
    Detection = 1,

    /// <summary>When the node listens and reports.</summary>
    Schedule = 2,

    /// <summary>Something to do once.</summary>
    Command = 3,
}
