#include "Earshot_Interop.h"

#include "firmware/microphone.h"
#include "firmware/tone_check.h"

typedef Library_Earshot_Interop_Earshot_Interop_NativeMicrophone Microphone;

// Both halves give the same numbers the same names.
static_assert(Microphone::CONSTANT__StatisticsFields == EARSHOT_STATISTICS_FIELDS, "NativeMicrophone.StatisticsFields");
static_assert(Microphone::CONSTANT__ToneFields == EARSHOT_TONE_FIELDS, "NativeMicrophone.ToneFields");

// In an interrupt: enough sound has come. The CLR readies the threads that wait for this event; on STM32 nothing else
// uses it.
extern "C" void earshot_microphone_wake(void)
{
    Events_Set(SYSTEM_EVENT_FLAG_RADIO);
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::Start___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_microphone_start(stack.Arg0().NumericByRef().s4));
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::Stop___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_microphone_stop());
    NANOCLR_NOCLEANUP_NOLABEL();
}

// Entered again after each event; the deadline stays on the frame's evaluation stack meanwhile.
HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::WaitForSamples___STATIC__I4__I4__I4(
    CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    const int32_t samples = stack.Arg0().NumericByRef().s4;
    const int32_t milliseconds = stack.Arg1().NumericByRef().s4;
    const bool begins = stack.m_customState == 0;
    bool isInTime = true;
    int32_t status = milliseconds < -1 ? (int32_t)EARSHOT_ERROR_ARGUMENT : earshot_microphone_await(samples);
    CLR_RT_HeapBlock ticks;
    CLR_INT64 *deadline;

    if (!begins || (status == 0 && milliseconds != 0))
    {
        ticks.SetInteger((CLR_INT64)milliseconds * TIME_CONVERSION__TO_MILLISECONDS);
        NANOCLR_CHECK_HRESULT(stack.SetupTimeoutFromTicks(ticks, deadline));
        while (status == 0 && isInTime)
        {
            // Leaves with CLR_E_THREAD_WAITING while there is nothing to do: other threads run.
            NANOCLR_CHECK_HRESULT(
                g_CLR_RT_ExecutionEngine.WaitEvents(stack.m_owningThread, *deadline, Event_Radio, isInTime));
            status = earshot_microphone_await(samples);
        }
        stack.PopValue();
    }

    earshot_microphone_await_none();
    stack.SetResult_I4(status);

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::Position___STATIC__I8(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I8(earshot_microphone_position());
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::LostSamples___STATIC__I8(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I8(earshot_microphone_lost_samples());
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::ReadStatistics___STATIC__I4__SZARRAY_I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    CLR_RT_HeapBlock_Array *fields = stack.Arg0().DereferenceArray();
    FAULT_ON_NULL_ARG(fields);
    stack.SetResult_I4(
        earshot_microphone_read_statistics((int32_t *)fields->GetFirstElement(), fields->m_numOfElements));
    NANOCLR_NOCLEANUP();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::BeginTone___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_tone_check_begin(stack.Arg0().NumericByRef().s4));
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::HearTone___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_tone_check_hear(stack.Arg0().NumericByRef().s4));
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::ReadTone___STATIC__I4__SZARRAY_I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    CLR_RT_HeapBlock_Array *fields = stack.Arg0().DereferenceArray();
    FAULT_ON_NULL_ARG(fields);
    stack.SetResult_I4(earshot_tone_check_read((int32_t *)fields->GetFirstElement(), fields->m_numOfElements));
    NANOCLR_NOCLEANUP();
}
