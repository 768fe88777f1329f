using System.Runtime.CompilerServices;

namespace System.IO;

/// <summary>Operations on folders.</summary>
public static class Directory
{
    public static DirectoryInfo CreateDirectory(string path)
    {
        path = Path.GetFullPath(path);
        NativeIO.CreateDirectory(path);
        return new DirectoryInfo(path);
    }

    public static void Delete(string path) => Delete(path, false);

    /// <exception cref="IOException">The folder is not there, is in use, is read-only, is a file, or is not empty.</exception>
    public static void Delete(string path, bool recursive)
    {
        path = Path.GetFullPath(path);
        OpenFiles.Lock(path);
        try
        {
            uint attributes = NativeIO.GetAttributes(path);
            if (attributes == NativeIO.NoAttributes)
            {
                throw NativeIO.Error(IOException.IOExceptionErrorCode.DirectoryNotFound);
            }

            if ((attributes & (uint)FileAttributes.Directory) == 0 || (attributes & (uint)FileAttributes.ReadOnly) != 0)
            {
                throw NativeIO.Error(IOException.IOExceptionErrorCode.UnauthorizedAccess);
            }

            NativeIO.Delete(path, recursive);
        }
        finally
        {
            OpenFiles.Unlock(path);
        }
    }

    public static bool Exists(string path)
    {
        path = Path.GetFullPath(path);
        if (path == NativeIO.Root)
        {
            return true;
        }

        uint attributes = NativeIO.GetAttributes(path);
        return attributes != NativeIO.NoAttributes && (attributes & (uint)FileAttributes.Directory) != 0;
    }

    public static string GetCurrentDirectory() => OpenFiles.CurrentDirectory;

    public static string[] GetFiles(string path) =>
        GetChildren(path.EndsWith("\\") || path.EndsWith("/") ? path : path + "\\", false);

    public static string[] GetDirectories(string path) => GetChildren(path, true);

    public static void Move(string sourceDirName, string destDirName)
    {
        string source = Path.GetFullPath(sourceDirName);
        string target = Path.GetFullPath(destDirName);
        OpenFile use = OpenFiles.AddExclusive(source);
        bool isMoved;
        try
        {
            RequireExisting(source);
            isMoved = NativeIO.Move(source, target);
        }
        finally
        {
            OpenFiles.Remove(use);
        }

        if (!isMoved)
        {
            CopyAll(source, target);
            Delete(source, true);
        }
    }

    public static void SetCurrentDirectory(string path)
    {
        path = Path.GetFullPath(path);
        RequireExisting(path);
        OpenFiles.SetCurrentDirectory(path);
    }

    private static string[] GetChildren(string path, bool directoryOnly)
    {
        path = Path.GetFullPath(path);
        RequireExisting(path);
        return NativeGetChildren(path, directoryOnly);
    }

    private static void CopyAll(string source, string target)
    {
        if (Exists(target))
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.PathAlreadyExists);
        }

        NativeIO.CreateDirectory(target);
        foreach (string file in GetFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (string directory in GetDirectories(source))
        {
            CopyAll(directory, Path.Combine(target, Path.GetFileName(directory)));
        }
    }

    private static void RequireExisting(string path)
    {
        if (!Exists(path))
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.DirectoryNotFound);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern string[] NativeGetChildren(string path, bool directoryOnly);
}
