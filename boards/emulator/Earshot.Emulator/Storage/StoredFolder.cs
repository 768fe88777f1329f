namespace Earshot.Emulator.Storage;

/// <summary>A folder: names, and the pair of sectors that its commits are logged to.</summary>
internal sealed class StoredFolder : StoredNode
{
    /// <summary>What is in it, in the order of names that littlefs keeps.</summary>
    public SortedDictionary<string, StoredNode> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The sector that commits are appended to.</summary>
    public int Active { get; set; }

    /// <summary>The sector that the log moves to when the active one is full.</summary>
    public int Spare { get; set; }

    /// <summary>Bytes of the active sector that are programmed.</summary>
    public int Used { get; set; }

    /// <summary>How often the log has moved since the pair was chosen.</summary>
    public int Moves { get; set; }
}
