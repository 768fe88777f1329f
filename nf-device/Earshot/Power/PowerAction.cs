namespace Earshot;

/// <summary>What a node does next.</summary>
public enum PowerAction
{
    /// <summary>Listen.</summary>
    Listen = 0,

    /// <summary>Stop the clocks and keep the memory.</summary>
    Stop = 1,

    /// <summary>Switch all off but the real-time clock; the node starts anew afterwards.</summary>
    Standby = 2,
}
