#include "Earshot_Interop.h"

#include "firmware/port.h"
#include "firmware/status.h"

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Start___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    const int32_t milliseconds = stack.Arg0().NumericByRef().s4;
    if (milliseconds < 1 || milliseconds > CONSTANT__MaximumTimeout)
    {
        stack.SetResult_I4(EARSHOT_ERROR_ARGUMENT);
    }
    else
    {
        earshot_port_watchdog_start((uint32_t)milliseconds);
        stack.SetResult_I4(0);
    }
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Feed___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    if (earshot_port_watchdog_runs())
    {
        earshot_port_watchdog_feed();
        stack.SetResult_I4(0);
    }
    else
    {
        stack.SetResult_I4(EARSHOT_FIRMWARE_WATCHDOG);
    }
    NANOCLR_NOCLEANUP_NOLABEL();
}
