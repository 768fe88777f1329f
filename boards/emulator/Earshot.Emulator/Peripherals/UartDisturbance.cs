namespace Earshot.Emulator.Peripherals;

/// <summary>What a disturbed line has done to bytes that were sent together: which of them, counted from 1.</summary>
internal sealed class UartDisturbance
{
    /// <summary>Bytes that arrived changed.</summary>
    public List<int> Changed { get; } = [];

    /// <summary>Bytes that did not arrive.</summary>
    public List<int> Lost { get; } = [];

    /// <summary>Whether anything was done to them.</summary>
    public bool IsAny => Changed.Count + Lost.Count > 0;

    /// <summary>For the trace; nothing when nothing happened. It tells places and no content, which may be a key.</summary>
    public override string ToString() => $"{Tell(Changed, "changed")}{Tell(Lost, "lost")}";

    private static string Tell(List<int> places, string what) =>
        places.Count == 0 ? "" : $" ({what} on the line: byte {string.Join(", ", places)})";
}
