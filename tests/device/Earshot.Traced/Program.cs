using System.Threading;
using nanoFramework.Networking;

namespace Earshot.Traced;

/// <summary>
/// The app of the committed traces. It uses what could differ from machine to machine, and nothing of Earshot but the native classifier,
/// so that the traces change only with the emulator.
/// </summary>
public static class Program
{
    public static void Main()
    {
        Sntp.Start();
        Numbers.Print();
        if (Modem.IsThere)
        {
            Modem.Run();
        }

        new Thread(Clock.Tick).Start();
        Listening.Run();
    }
}
