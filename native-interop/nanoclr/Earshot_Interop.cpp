// clang-format off
// The table of native methods. Written by `earshot interop` from Earshot.Interop.dll; do not edit.
#include "Earshot_Interop.h"

static const CLR_RT_MethodHandler method_lookup[] =
{
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Open___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Close___STATIC__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Fingerprint___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadModel___STATIC__I4__SZARRAY_I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadClass___STATIC__I4__I4__SZARRAY_I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadLabel___STATIC__I4__I4__SZARRAY_U1,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadName___STATIC__I4__SZARRAY_U1,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ProcessHop___STATIC__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadScores___STATIC__I4__SZARRAY_U1,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::ReadLevel___STATIC__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeClassifier::Reset___STATIC__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::Start___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::Stop___STATIC__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::WaitForSamples___STATIC__I4__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::Position___STATIC__I8,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::LostSamples___STATIC__I8,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::ReadStatistics___STATIC__I4__SZARRAY_I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::BeginTone___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::HearTone___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeMicrophone::ReadTone___STATIC__I4__SZARRAY_I4,
    Library_Earshot_Interop_Earshot_Interop_NativePower::Stop___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativePower::ResetCause___STATIC__I4,
    Library_Earshot_Interop_Earshot_Interop_NativePower::SupplyMillivolts___STATIC__I4,
    NULL,
    NULL,
    Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Start___STATIC__I4__I4,
    Library_Earshot_Interop_Earshot_Interop_NativeWatchdog::Feed___STATIC__I4,
    NULL,
};

const CLR_RT_NativeAssemblyData g_CLR_AssemblyNative_Earshot_Interop =
{
    "Earshot.Interop",
    0x2610C23B,
    method_lookup,
    { 1, 0, 0, 0 }
};
// clang-format on
