#include "Earshot_Interop.h"

#include "firmware/watchdog.h"

static_assert(
    Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::CONSTANT__MaximumTimeout == EARSHOT_WATCHDOG_MAXIMUM,
    "NativeWatchdog.MaximumTimeout");

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Start___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_watchdog_start(stack.Arg0().NumericByRef().s4));
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Feed___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_watchdog_feed());
    NANOCLR_NOCLEANUP_NOLABEL();
}
