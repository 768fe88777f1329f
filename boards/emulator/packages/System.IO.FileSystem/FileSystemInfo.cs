namespace System.IO;

/// <summary>A file or folder by name, whether it is there or not.</summary>
public abstract class FileSystemInfo : MarshalByRefObject
{
    internal NativeFileInfo _nativeFileInfo;
    internal string _fullPath;

    public FileAttributes Attributes => (FileAttributes)Info().Attributes;

    public virtual string FullName => _fullPath;

    public string Extension => Path.GetExtension(FullName);

    public abstract bool Exists { get; }

    public abstract string Name { get; }

    public abstract void Delete();

    /// <summary>Asks the drive anew for attributes and size.</summary>
    public virtual void Refresh()
    {
        OpenFile use = OpenFiles.AddShared(_fullPath);
        try
        {
            _nativeFileInfo = NativeFindFile.GetFileInfo(_fullPath);
            if (_nativeFileInfo == null)
            {
                HandleRefreshError();
            }
        }
        finally
        {
            OpenFiles.Remove(use);
        }
    }

    /// <summary>Throws the error for what is not there.</summary>
    protected abstract void HandleRefreshError();

    internal NativeFileInfo Info()
    {
        if (_nativeFileInfo == null)
        {
            Refresh();
        }

        return _nativeFileInfo;
    }
}
