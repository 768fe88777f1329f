#include "Earshot_Interop.h"

#include "firmware/classifier.h"
#include "firmware/packs.h"
#include "firmware/status.h"

typedef Library_Earshot_Interop_Earshot_Interop_NativeClassifier Classifier;
typedef Library_Earshot_Interop_Earshot_Interop_NativeStatus Status;

// Both halves give the same numbers the same names.
static_assert(Classifier::CONSTANT__BuiltIn == EARSHOT_PACK_BUILT_IN, "NativeClassifier.BuiltIn");
static_assert(Classifier::CONSTANT__Deployed == EARSHOT_PACK_DEPLOYED, "NativeClassifier.Deployed");
static_assert(Classifier::CONSTANT__ModelFields == EARSHOT_MODEL_FIELDS, "NativeClassifier.ModelFields");
static_assert(Classifier::CONSTANT__ClassFields == EARSHOT_CLASS_FIELDS, "NativeClassifier.ClassFields");
static_assert(Status::CONSTANT__Argument == EARSHOT_ERROR_ARGUMENT, "NativeStatus.Argument");
static_assert(Status::CONSTANT__Memory == EARSHOT_ERROR_MEMORY, "NativeStatus.Memory");
static_assert(Status::CONSTANT__NoModel == EARSHOT_FIRMWARE_NO_MODEL, "NativeStatus.NoModel");
static_assert(Status::CONSTANT__NotOpen == EARSHOT_FIRMWARE_NOT_OPEN, "NativeStatus.NotOpen");
static_assert(Status::CONSTANT__Microphone == EARSHOT_FIRMWARE_MICROPHONE, "NativeStatus.Microphone");
static_assert(Status::CONSTANT__SampleRate == EARSHOT_FIRMWARE_SAMPLE_RATE, "NativeStatus.SampleRate");
static_assert(Status::CONSTANT__NoSound == EARSHOT_FIRMWARE_NO_SOUND, "NativeStatus.NoSound");
static_assert(Status::CONSTANT__Ring == EARSHOT_FIRMWARE_RING, "NativeStatus.Ring");
static_assert(Status::CONSTANT__Watchdog == EARSHOT_FIRMWARE_WATCHDOG, "NativeStatus.Watchdog");

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Open___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_classifier_open(stack.Arg0().NumericByRef().s4));
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Close___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_classifier_close());
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Fingerprint___STATIC__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_pack_fingerprint(stack.Arg0().NumericByRef().s4));
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadModel___STATIC__I4__SZARRAY_I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    CLR_RT_HeapBlock_Array *fields = stack.Arg0().DereferenceArray();
    FAULT_ON_NULL_ARG(fields);
    stack.SetResult_I4(
        earshot_classifier_read_model((int32_t *)fields->GetFirstElement(), fields->m_numOfElements));
    NANOCLR_NOCLEANUP();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadClass___STATIC__I4__I4__SZARRAY_I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    const int32_t index = stack.Arg0().NumericByRef().s4;
    CLR_RT_HeapBlock_Array *fields = stack.Arg1().DereferenceArray();
    FAULT_ON_NULL_ARG(fields);
    stack.SetResult_I4(
        earshot_classifier_read_class(index, (int32_t *)fields->GetFirstElement(), fields->m_numOfElements));
    NANOCLR_NOCLEANUP();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadLabel___STATIC__I4__I4__SZARRAY_U1(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    const int32_t index = stack.Arg0().NumericByRef().s4;
    CLR_RT_HeapBlock_Array *utf8 = stack.Arg1().DereferenceArray();
    FAULT_ON_NULL_ARG(utf8);
    stack.SetResult_I4(earshot_classifier_read_label(index, utf8->GetFirstElement(), utf8->m_numOfElements));
    NANOCLR_NOCLEANUP();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadName___STATIC__I4__SZARRAY_U1(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    CLR_RT_HeapBlock_Array *utf8 = stack.Arg0().DereferenceArray();
    FAULT_ON_NULL_ARG(utf8);
    stack.SetResult_I4(earshot_classifier_read_name(utf8->GetFirstElement(), utf8->m_numOfElements));
    NANOCLR_NOCLEANUP();
}

// One hop at most: no managed thread runs meanwhile.
HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ProcessHop___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_classifier_process_hop());
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadScores___STATIC__I4__SZARRAY_U1(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    CLR_RT_HeapBlock_Array *scores = stack.Arg0().DereferenceArray();
    FAULT_ON_NULL_ARG(scores);
    stack.SetResult_I4(earshot_classifier_read_scores(scores->GetFirstElement(), scores->m_numOfElements));
    NANOCLR_NOCLEANUP();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadLevel___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_classifier_read_level());
    NANOCLR_NOCLEANUP_NOLABEL();
}

HRESULT Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Reset___STATIC__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    stack.SetResult_I4(earshot_classifier_reset());
    NANOCLR_NOCLEANUP_NOLABEL();
}
