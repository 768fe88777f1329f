namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>What can be expected of the numbers of messages that arrive.</summary>
public enum DeliveryOrder
{
    /// <summary>No message comes after one with a higher number.</summary>
    InOrder,

    /// <summary>In order, and none comes twice.</summary>
    Once,

    /// <summary>In order, none comes twice, and no number between the first and the last is missing.</summary>
    Complete,
}
