using System.Text;

namespace System.IO;

/// <summary>Whole-file operations.</summary>
public static class File
{
    private const int CopyBufferSize = 2048;

    /// <summary>Opens a file for writing from its beginning, as the class library of the board does.</summary>
    public static StreamWriter AppendText(string path) => new(OpenWrite(path));

    public static void AppendAllText(string path, string contents)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write(contents);
    }

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        string source = Path.GetFullPath(sourceFileName);
        string target = Path.GetFullPath(destFileName);
        using (FileStream reader = Open(source, FileMode.Open, FileAccess.Read, FileShare.Read))
        using (FileStream writer = Open(target, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write))
        {
            var buffer = new byte[CopyBufferSize];
            for (int count = reader.Read(buffer, 0, buffer.Length); count > 0; count = reader.Read(buffer, 0, buffer.Length))
            {
                writer.Write(buffer, 0, count);
            }
        }

        NativeIO.SetAttributes(target, NativeIO.GetAttributes(source));
    }

    public static FileStream Create(string path) => Create(path, NativeFileStream.DefaultBufferSize);

    public static FileStream Create(string path, int bufferSize) =>
        new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize);

    /// <summary>Does nothing where the file is not there.</summary>
    /// <exception cref="IOException">The folder is not there, or the file is in use, read-only or a folder.</exception>
    public static void Delete(string path)
    {
        path = Path.GetFullPath(path);
        OpenFile use = OpenFiles.AddExclusive(path);
        try
        {
            if (NativeIO.GetAttributes(Path.GetDirectoryName(path)) == NativeIO.NoAttributes)
            {
                throw NativeIO.Error(IOException.IOExceptionErrorCode.DirectoryNotFound);
            }

            uint attributes = NativeIO.GetAttributes(path);
            if (attributes == NativeIO.NoAttributes)
            {
                return;
            }

            if ((attributes & (uint)(FileAttributes.Directory | FileAttributes.ReadOnly)) != 0)
            {
                throw NativeIO.Error(IOException.IOExceptionErrorCode.UnauthorizedAccess);
            }

            NativeIO.Delete(path, false);
        }
        finally
        {
            OpenFiles.Remove(use);
        }
    }

    /// <summary>Whether there is such a file; false for a folder and for what is no path.</summary>
    public static bool Exists(string path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return false;
        }

        try
        {
            path = Path.GetFullPath(path);
            uint attributes = path == Path.GetPathRoot(path) ? NativeIO.NoAttributes : NativeIO.GetAttributes(path);
            return attributes != NativeIO.NoAttributes && (attributes & (uint)FileAttributes.Directory) == 0;
        }
        catch (Exception)
        {
            // A drive that is not there has no files; the question has an answer in every case.
            return false;
        }
    }

    public static FileAttributes GetAttributes(string path)
    {
        uint attributes = NativeIO.GetAttributes(Path.GetFullPath(path));
        if (attributes == NativeIO.NoAttributes)
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.FileNotFound);
        }

        return attributes == 0 ? FileAttributes.Normal : (FileAttributes)attributes;
    }

    public static void Move(string sourceFileName, string destFileName)
    {
        string source = Path.GetFullPath(sourceFileName);
        string target = Path.GetFullPath(destFileName);
        OpenFile use = OpenFiles.AddExclusive(source);
        bool isMoved;
        try
        {
            if (!Exists(source))
            {
                throw NativeIO.Error(IOException.IOExceptionErrorCode.FileNotFound);
            }

            if (Exists(target))
            {
                throw NativeIO.Error(IOException.IOExceptionErrorCode.PathAlreadyExists);
            }

            isMoved = NativeIO.Move(source, target);
        }
        finally
        {
            OpenFiles.Remove(use);
        }

        if (!isMoved)
        {
            Copy(source, target);
            Delete(source);
        }
    }

    public static FileStream Open(string path, FileMode mode) =>
        Open(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite);

    public static FileStream Open(string path, FileMode mode, FileAccess access) => Open(path, mode, access, FileShare.None);

    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) => new(path, mode, access, share);

    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    public static StreamReader OpenText(string path) => new(OpenRead(path));

    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write);

    public static byte[] ReadAllBytes(string path)
    {
        using FileStream stream = OpenRead(path);
        var bytes = new byte[(int)stream.Length];
        int index = 0;
        while (index < bytes.Length)
        {
            int count = stream.Read(bytes, index, bytes.Length - index);
            index += count > 0 ? count : throw new IOException();
        }

        return bytes;
    }

    public static string ReadAllText(string path)
    {
        using StreamReader reader = OpenText(path);
        return reader.ReadToEnd();
    }

    public static void SetAttributes(string path, FileAttributes fileAttributes)
    {
        if (!Exists(path))
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.FileNotFound);
        }

        NativeIO.SetAttributes(Path.GetFullPath(path), (byte)fileAttributes);
    }

    public static void WriteAllBytes(string path, byte[] bytes)
    {
        if (bytes == null)
        {
            throw new ArgumentNullException();
        }

        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        stream.Write(bytes, 0, bytes.Length);
    }

    public static void WriteAllText(string path, string contents) =>
        WriteAllBytes(path, string.IsNullOrEmpty(contents) ? new byte[0] : Encoding.UTF8.GetBytes(contents));
}
