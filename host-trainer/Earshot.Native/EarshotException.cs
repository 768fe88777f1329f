using System.Runtime.InteropServices;

using Earshot.Native.Interop;

namespace Earshot.Native;

/// <summary>The C module refused a call for a reason that is not the user's: a defect in the caller or in the build.</summary>
public sealed class EarshotException : Exception
{
    internal EarshotException(EarshotStatus status)
        : base($"The C module reports: {TextOf(status)} ({status}).") => Status = status;

    /// <summary>What the C module returned.</summary>
    public EarshotStatus Status { get; }

    /// <summary>The C module's own text for a status, without full stop.</summary>
    public static string TextOf(EarshotStatus status) => Marshal.PtrToStringUTF8(NativeMethods.StatusText(status))!;

    internal static void ThrowIfFailed(EarshotStatus status)
    {
        if (status < 0)
        {
            throw new EarshotException(status);
        }
    }
}
