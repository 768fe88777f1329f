namespace System.IO;

/// <summary>A file or folder in use, and what others may do with it meanwhile.</summary>
internal class OpenFile
{
    public string Path;
    public FileShare Share;
    public NativeFileStream Stream;
}
