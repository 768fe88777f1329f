#include "Earshot_Interop.h"

#include "firmware/port.h"

HRESULT Library_Earshot_Interop_Earshot_Interop_NativePower::Stop___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    const int32_t milliseconds = stack.Arg0().NumericByRef().s4;
    if (milliseconds < 0 || milliseconds > CONSTANT__MaximumStop)
    {
        stack.SetResult_I4(EARSHOT_ERROR_ARGUMENT);
    }
    else
    {
        stack.SetResult_I4(milliseconds == 0 ? 0 : earshot_port_stop_mode((uint32_t)milliseconds));
    }
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativePower::ResetCause___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_port_reset_cause());
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativePower::SupplyMillivolts___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_port_supply_millivolts());
    NANOCLR_NOCLEANUP_NOLABEL();
}
