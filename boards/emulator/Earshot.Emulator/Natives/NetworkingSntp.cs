using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Networking.Sntp.</summary>
[NativeHalfOf("nanoFramework.Networking.Sntp")]
public static class NetworkingSntp
{
    /// <summary>Starts the client.</summary>
    public static void Start() => EmulatedBoard.Current.Sntp.Start();

    /// <summary>Stops it.</summary>
    public static void Stop() => EmulatedBoard.Current.Sntp.Stop();

    /// <summary>Stops and starts it.</summary>
    public static void UpdateNow()
    {
        Stop();
        Start();
    }

#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Whether it runs.</summary>
    public static bool get_IsStarted() => EmulatedBoard.Current.Sntp.IsStarted;

    /// <summary>The server that is asked first.</summary>
    public static string get_Server1() => EmulatedBoard.Current.Sntp.NameOf(0);

    /// <summary>Sets the server that is asked first.</summary>
    public static void set_Server1(string value) => SetName(0, value);

    /// <summary>The server that is asked next.</summary>
    public static string get_Server2() => EmulatedBoard.Current.Sntp.NameOf(1);

    /// <summary>Sets the server that is asked next.</summary>
    public static void set_Server2(string value) => SetName(1, value);
#pragma warning restore IDE1006

    private static void SetName(int index, string name) =>
        EmulatedBoard.Current.Sntp.SetName(index, name ?? throw new NullReferenceException());
}
