namespace System.IO;

/// <summary>What the firmware says about a file or folder; it creates the object and writes the fields by name.</summary>
internal class NativeFileInfo
{
#pragma warning disable CS0649 // Written by the firmware.
    public uint Attributes;
    public long Size;
    public string FileName;
#pragma warning restore CS0649
}
