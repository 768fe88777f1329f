namespace System.IO;

/// <summary>A file by name.</summary>
public sealed class FileInfo : FileSystemInfo
{
    public FileInfo(string fileName) => _fullPath = Path.GetFullPath(fileName);

    public override string Name => Path.GetFileName(_fullPath);

    /// <summary>Bytes.</summary>
    public long Length => Info().Size;

    public string DirectoryName => Path.GetDirectoryName(_fullPath);

    public DirectoryInfo Directory => DirectoryName == null ? null : new DirectoryInfo(DirectoryName);

    public override bool Exists => File.Exists(_fullPath);

    public FileStream Create() => File.Create(_fullPath);

    public override void Delete() => File.Delete(_fullPath);

    protected override void HandleRefreshError() => throw NativeIO.Error(IOException.IOExceptionErrorCode.FileNotFound);

    public override string ToString() => _fullPath;
}
