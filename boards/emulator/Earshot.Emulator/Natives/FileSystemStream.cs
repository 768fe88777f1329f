using Earshot.Emulator.Loading;
using Earshot.Emulator.Runtime.ClassLibrary;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.IO.NativeFileStream: a file of littlefs.</summary>
[NativeHalfOf("System.IO.NativeFileStream")]
public static class FileSystemStream
{
    private const int FromBeginning = 0;
    private const int FromCurrent = 1;
    private const int FromEnd = 2;

    /// <summary>Opens a file and creates it where it is not there.</summary>
    public static void Construct(object self, string path, int bufferSize)
    {
        if (bufferSize < 0)
        {
            throw new ArgumentException(null, nameof(bufferSize));
        }

        DeviceFields.Set(self, "_fs", FileSystemCalls.With(path, (store, below) => store.Open(below)));
    }

    /// <summary>Reads up to so many bytes; 0 at the end.</summary>
    public static int Read(object self, byte[] buf, int offset, int count, int timeout)
    {
        Check(buf, offset, count);
        return With(self, file => file.Read(buf.AsSpan(offset, count)));
    }

    /// <summary>Writes bytes into memory; they are on the flash after <see cref="Flush"/> or <see cref="Close"/>.</summary>
    public static int Write(object self, byte[] buf, int offset, int count, int timeout)
    {
        Check(buf, offset, count);
        return With(self, file =>
        {
            file.Write(buf.AsSpan(offset, count));
            return count;
        });
    }

    /// <summary>Goes to a place.</summary>
    public static long Seek(object self, long offset, uint origin) => With(self, file =>
    {
        var position = (int)origin switch
        {
            FromBeginning => offset,
            FromCurrent => file.Position + offset,
            FromEnd => file.Length + offset,
            _ => throw new ArgumentException(null, nameof(origin)),
        };
        return file.TrySeek(position) ? position : throw FileSystemCalls.Error(IOExceptionErrorCode.Others);
    });

    /// <summary>Commits what was written.</summary>
    public static void Flush(object self) => With(self, file =>
    {
        file.Flush();
        return 0;
    });

    /// <summary>Bytes.</summary>
    public static long GetLength(object self) => With(self, file => (long)file.Length);

    /// <summary>Shortens the file; a greater length is not taken, as by the firmware.</summary>
    public static void SetLength(object self, long length) => With(self, file =>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        file.SetLength((int)Math.Min(length, int.MaxValue));
        return 0;
    });

    /// <summary>All are true.</summary>
    public static void GetStreamProperties(object self, out bool canRead, out bool canWrite, out bool canSeek)
    {
        _ = FileOf(self);
        canRead = canWrite = canSeek = true;
    }

    /// <summary>Commits what was written and closes; without effect when it is closed.</summary>
    public static void Close(object self)
    {
        if (DeviceFields.Get<object?>(self, "_fs") is OpenStoredFile file)
        {
            DeviceFields.Set(self, "_fs", null);
            Translate(file, opened =>
            {
                opened.Flush();
                return 0;
            });
        }
    }

    private static T With<T>(object self, Func<OpenStoredFile, T> action) => Translate(FileOf(self), action);

    private static T Translate<T>(OpenStoredFile file, Func<OpenStoredFile, T> action)
    {
        try
        {
            return action(file);
        }
        catch (FileStoreException failure)
        {
            EmulatedBoard.Current.Trace.Write("storage", failure.Message);
            throw FileSystemCalls.Error(failure.Error);
        }
    }

    private static OpenStoredFile FileOf(object self) =>
        DeviceFields.Get<object?>(self, "_fs") as OpenStoredFile ?? throw new ObjectDisposedException(null);

    private static void Check(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (buffer.Length - offset < count)
        {
            throw new ArgumentException(null, nameof(count));
        }
    }
}
