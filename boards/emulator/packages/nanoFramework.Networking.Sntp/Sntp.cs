using System.Runtime.CompilerServices;

namespace nanoFramework.Networking;

/// <summary>Sets the clock from time servers, in the firmware.</summary>
public class Sntp
{
    public static extern bool IsStarted
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern string Server1
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }

    /// <summary>Asked when <see cref="Server1"/> does not answer.</summary>
    public static extern string Server2
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Start();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Stop();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void UpdateNow();
}
