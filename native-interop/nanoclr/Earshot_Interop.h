// clang-format off
// The native methods of the managed half, and its constants. Written by `earshot interop` from Earshot.Interop.dll; do not edit.
#ifndef EARSHOT_INTEROP_H
#define EARSHOT_INTEROP_H

#include <nanoCLR_Interop.h>
#include <nanoCLR_Runtime.h>

struct Library_Earshot_Interop_Earshot_Interop_NativeClassifier
{
    static const int CONSTANT__BuiltIn = 0;
    static const int CONSTANT__Deployed = 1;
    static const int CONSTANT__ModelFields = 8;
    static const int CONSTANT__ClassFields = 4;
    NANOCLR_NATIVE_DECLARE(Open___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(Close___STATIC__I4);
    NANOCLR_NATIVE_DECLARE(Fingerprint___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(ReadModel___STATIC__I4__SZARRAY_I4);
    NANOCLR_NATIVE_DECLARE(ReadClass___STATIC__I4__I4__SZARRAY_I4);
    NANOCLR_NATIVE_DECLARE(ReadLabel___STATIC__I4__I4__SZARRAY_U1);
    NANOCLR_NATIVE_DECLARE(ReadName___STATIC__I4__SZARRAY_U1);
    NANOCLR_NATIVE_DECLARE(ProcessHop___STATIC__I4);
    NANOCLR_NATIVE_DECLARE(ReadScores___STATIC__I4__SZARRAY_U1);
    NANOCLR_NATIVE_DECLARE(ReadLevel___STATIC__I4);
    NANOCLR_NATIVE_DECLARE(Reset___STATIC__I4);
};

struct Library_Earshot_Interop_Earshot_Interop_NativeMicrophone
{
    static const int CONSTANT__StatisticsFields = 6;
    static const int CONSTANT__ToneFields = 3;
    NANOCLR_NATIVE_DECLARE(Start___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(Stop___STATIC__I4);
    NANOCLR_NATIVE_DECLARE(WaitForSamples___STATIC__I4__I4__I4);
    NANOCLR_NATIVE_DECLARE(Position___STATIC__I8);
    NANOCLR_NATIVE_DECLARE(LostSamples___STATIC__I8);
    NANOCLR_NATIVE_DECLARE(ReadStatistics___STATIC__I4__SZARRAY_I4);
    NANOCLR_NATIVE_DECLARE(BeginTone___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(HearTone___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(ReadTone___STATIC__I4__SZARRAY_I4);
};

struct Library_Earshot_Interop_Earshot_Interop_NativePower
{
    static const int CONSTANT__MaximumStop = 86400000;
    static const int CONSTANT__CauseUnknown = 0;
    static const int CONSTANT__CausePowerOn = 1;
    static const int CONSTANT__CauseBrownOut = 2;
    static const int CONSTANT__CausePin = 3;
    static const int CONSTANT__CauseSoftware = 4;
    static const int CONSTANT__CauseWatchdog = 5;
    static const int CONSTANT__CauseStandbyWake = 6;
    NANOCLR_NATIVE_DECLARE(Stop___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(ResetCause___STATIC__I4);
    NANOCLR_NATIVE_DECLARE(SupplyMillivolts___STATIC__I4);
};

struct Library_Earshot_Interop_Earshot_Interop_NativeStatus
{
    static const int CONSTANT__Argument = -1;
    static const int CONSTANT__Memory = -3;
    static const int CONSTANT__NoModel = -64;
    static const int CONSTANT__NotOpen = -65;
    static const int CONSTANT__Microphone = -66;
    static const int CONSTANT__SampleRate = -67;
    static const int CONSTANT__NoSound = -68;
    static const int CONSTANT__Watchdog = -69;
    static const int CONSTANT__Ring = -70;
};

struct Library_Earshot_Interop_Earshot_Interop_NativeWatchdog
{
    static const int CONSTANT__MaximumTimeout = 32768;
    NANOCLR_NATIVE_DECLARE(Start___STATIC__I4__I4);
    NANOCLR_NATIVE_DECLARE(Feed___STATIC__I4);
};

extern const CLR_RT_NativeAssemblyData g_CLR_AssemblyNative_Earshot_Interop;

#endif
// clang-format on
