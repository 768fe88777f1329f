using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Text between .NET and the C API: zero-terminated UTF-8, and paths in the platform's own character type.</summary>
internal static unsafe class Utf8
{
    internal static byte[] ToBytes(string text) => Encoding.UTF8.GetBytes(text + '\0');

    internal static string ToString(byte* text) => Marshal.PtrToStringUTF8((nint)text);

    /// <summary>Reads a text that the C API allocated for the caller, and frees it.</summary>
    internal static string TakeString(byte* text)
    {
        try
        {
            return ToString(text);
        }
        finally
        {
            OrtAllocator.DefaultInstance.Free(text);
        }
    }

    /// <summary>
    /// A path as <c>ORTCHAR_T*</c>: wide characters on Windows, UTF-8 elsewhere. Free it with <see cref="FreePath"/>.
    /// </summary>
    internal static nint AllocatePath(string path) =>
        OperatingSystem.IsWindows() ? Marshal.StringToHGlobalUni(path) : Marshal.StringToCoTaskMemUTF8(path);

    internal static void FreePath(nint path)
    {
        if (OperatingSystem.IsWindows())
        {
            Marshal.FreeHGlobal(path);
        }
        else
        {
            Marshal.FreeCoTaskMem(path);
        }
    }
}
