using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native;

/// <summary>Restarts the device.</summary>
public class Power
{
    private const int RebootPriority = 4;

    /// <summary>Raised before a restart, for what must be saved. Its errors do not stop the restart.</summary>
    public static event RebootEventHandler OnRebootEvent;

    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot) => RebootDevice(-1, rebootOption);

    /// <param name="exeConstraintTimeout">Milliseconds that the handlers of <see cref="OnRebootEvent"/> may take together; -1 for ever.</param>
    public static void RebootDevice(int exeConstraintTimeout, RebootOption rebootOption = RebootOption.NormalReboot)
    {
        try
        {
            ExecutionConstraint.Install(exeConstraintTimeout, RebootPriority);
            OnRebootEvent?.Invoke();
        }
        catch (Exception)
        {
            // The restart was asked for and comes in any case, as on the board.
        }
        finally
        {
            NativeReboot(rebootOption);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void NativeReboot(RebootOption rebootOption);
}
