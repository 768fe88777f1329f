namespace Earshot;

/// <summary>Writes a file completely or not at all: to a temporary name beside the target, then moved over it.</summary>
public static class AtomicFile
{
    /// <summary>Writes bytes to <paramref name="path"/>, creating its folder.</summary>
    public static void WriteAllBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        Write(path, stream => stream.Write(copy));
    }

    /// <summary>
    /// Writes UTF-8 text without a byte order mark to <paramref name="path"/>, creating its folder. Lines end with a line feed, so
    /// that a file has the same bytes whichever system wrote it.
    /// </summary>
    public static void WriteAllText(string path, string text) =>
        WriteAllBytes(path, System.Text.Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)));

    /// <summary>
    /// Lets <paramref name="write"/> fill a stream; when it throws, nothing is left behind and an existing file at
    /// <paramref name="path"/> keeps its content.
    /// </summary>
    /// <exception cref="InputException">The folder is not writable or the disk is full.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.partial");
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        // .NET reports a file that is larger than the file system allows as an argument out of range.
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
        {
            throw new InputException(
                path,
                $"it cannot be written ({exception.Message}).",
                "Free disk space or choose a folder that you may write to.",
                exception);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
