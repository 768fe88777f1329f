namespace Earshot.Emulator.Storage;

/// <summary>A file or a folder.</summary>
internal abstract class StoredNode
{
    /// <summary>System.IO.FileAttributes as a number, without the one of folders; null when none was ever set.</summary>
    public uint? Attributes { get; set; }
}
