namespace System.IO;

/// <summary>A folder by name.</summary>
public sealed class DirectoryInfo : FileSystemInfo
{
    public DirectoryInfo(string path) => _fullPath = Path.GetFullPath(path);

    public override string Name => Path.GetFileName(_fullPath);

    public override bool Exists => Directory.Exists(_fullPath);

    public DirectoryInfo Root => new(Path.GetPathRoot(_fullPath));

    public DirectoryInfo Parent
    {
        get
        {
            bool hasTrailingSeparator = _fullPath.Length > 3 && _fullPath.EndsWith("\\");
            string parent = Path.GetDirectoryName(hasTrailingSeparator ? _fullPath.Substring(0, _fullPath.Length - 1) : _fullPath);
            return parent == null ? null : new DirectoryInfo(parent);
        }
    }

    public void Create() => Directory.CreateDirectory(_fullPath);

    public DirectoryInfo CreateSubdirectory(string path) => Directory.CreateDirectory(Path.Combine(_fullPath, path));

    public FileInfo[] GetFiles()
    {
        string[] paths = Directory.GetFiles(_fullPath);
        var files = new FileInfo[paths.Length];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = new FileInfo(paths[i]);
        }

        return files;
    }

    public DirectoryInfo[] GetDirectories()
    {
        string[] paths = Directory.GetDirectories(_fullPath);
        var directories = new DirectoryInfo[paths.Length];
        for (int i = 0; i < directories.Length; i++)
        {
            directories[i] = new DirectoryInfo(paths[i]);
        }

        return directories;
    }

    public void MoveTo(string destDirName) => Directory.Move(_fullPath, destDirName);

    public override void Delete() => Directory.Delete(_fullPath);

    public void Delete(bool recursive) => Directory.Delete(_fullPath, recursive);

    protected override void HandleRefreshError() => throw NativeIO.Error(IOException.IOExceptionErrorCode.DirectoryNotFound);

    public override string ToString() => _fullPath;
}
