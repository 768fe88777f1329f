using System.Runtime.CompilerServices;

namespace System.IO;

/// <summary>An open file of the firmware.</summary>
internal class NativeFileStream
{
    public const int DefaultBufferSize = 0;
    public const int DefaultTimeout = 0;

#pragma warning disable CS0169, IDE0051 // Only the firmware uses it, under this name.
    private object _fs;
#pragma warning restore CS0169, IDE0051

    /// <summary>Opens the file and creates it where it is not there.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern NativeFileStream(string path, int bufferSize);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Read(byte[] buf, int offset, int count, int timeout);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Write(byte[] buf, int offset, int count, int timeout);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern long Seek(long offset, uint origin);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Flush();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern long GetLength();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void SetLength(long length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void GetStreamProperties(out bool canRead, out bool canWrite, out bool canSeek);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Close();
}
