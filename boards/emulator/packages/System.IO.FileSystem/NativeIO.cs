using System.Runtime.CompilerServices;

namespace System.IO;

/// <summary>The firmware's file systems.</summary>
internal static class NativeIO
{
    /// <summary>Above all drives.</summary>
    public const string Root = "\\";

    /// <summary>The attributes of what is not there.</summary>
    public const uint NoAttributes = 0xFFFFFFFF;

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Delete(string path, bool recursive);

    /// <returns>False where source and target are on different drives.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern bool Move(string sourceFileName, string destFileName);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void CreateDirectory(string path);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern uint GetAttributes(string path);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void SetAttributes(string path, uint attributes);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Format(string rootName, string fileSystem, uint parameter);

    /// <summary>The error of that code.</summary>
    internal static IOException Error(IOException.IOExceptionErrorCode code) => new(string.Empty, (int)code);
}
