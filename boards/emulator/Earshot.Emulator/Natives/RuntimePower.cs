using Earshot.Emulator.Loading;
using Earshot.Emulator.Power;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Native.Power.</summary>
[NativeHalfOf("nanoFramework.Runtime.Native.Power")]
public static class RuntimePower
{
    private const int EnterNanoBooter = 1;
    private const int ClrOnly = 2;
    private const int EnterProprietaryBooter = 8;

    /// <summary>Restarts as asked for: never returns.</summary>
    public static void NativeReboot(int rebootOption)
    {
        var board = EmulatedBoard.Current;
        if ((rebootOption & EnterNanoBooter) != 0)
        {
            board.EnterBooter("nanoBooter");
        }
        else if ((rebootOption & EnterProprietaryBooter) != 0)
        {
            board.EnterBooter("the chip's own boot loader");
        }
        else if ((rebootOption & ClrOnly) != 0)
        {
            board.RestartClr();
        }
        else
        {
            board.Reset(ResetCause.Software);
        }
    }
}
