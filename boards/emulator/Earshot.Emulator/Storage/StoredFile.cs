namespace Earshot.Emulator.Storage;

/// <summary>A file as its folder's last commit says.</summary>
internal sealed class StoredFile : StoredNode
{
    /// <summary>Bytes.</summary>
    public int Length { get; set; }

    /// <summary>The sectors that hold the content, in order; empty for a small file, which lies in its folder's metadata.</summary>
    public int[] Sectors { get; set; } = [];

    /// <summary>The content of a small file.</summary>
    public byte[] Inline { get; set; } = [];
}
