using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary>The C module's functions; their headers in native-interop/include are the manual.</summary>
internal static unsafe partial class NativeMethods
{
    static NativeMethods() => NativeModule.Register();

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_status_text")]
    public static partial IntPtr StatusText(EarshotStatus status);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_front_end_check")]
    public static partial EarshotStatus FrontEndCheck(NativeSettings* settings);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_frame_count")]
    public static partial nuint FrameCount(NativeSettings* settings, nuint samples);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_features_bytes")]
    public static partial nuint FeaturesBytes(NativeSettings* settings);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_features")]
    public static partial EarshotStatus Features(
        NativeSettings* settings, short* pcm, nuint samples, void* memory, nuint bytes, sbyte* features, short* logMel,
        int* levels, nuint capacity, nuint* frames);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_model_open")]
    public static partial EarshotStatus ModelOpen(void* model, void* pack, nuint size);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_model_fault")]
    public static partial int ModelFault(void* model);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_model_get_info")]
    public static partial void ModelGetInfo(void* model, NativeInfo* info);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_model_get_class")]
    public static partial EarshotStatus ModelGetClass(void* model, uint index, NativeClass* description);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_fast_scratch_bytes")]
    public static partial nuint FastScratchBytes(void* model);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_layer_scratch_bytes")]
    public static partial nuint LayerScratchBytes(void* model, uint layer, int goal);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_layer_overwrites")]
    public static partial int LayerOverwrites(void* model, uint layer, int goal);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_model_front_end")]
    public static partial NativeSettings* ModelFrontEnd(void* model);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_arena_bytes")]
    public static partial nuint ArenaBytes(void* model);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_init")]
    public static partial EarshotStatus Init(void* engine, void* model, void* arena, nuint bytes);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_reset")]
    public static partial void Reset(void* engine);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_push")]
    public static partial EarshotStatus Push(void* engine, short* pcm, nuint samples, EngineProgress* progress);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_push_features")]
    public static partial EarshotStatus PushFeatures(void* engine, sbyte* features, nuint columns, EngineProgress* progress);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_scores")]
    public static partial sbyte* Scores(void* engine);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_logits")]
    public static partial sbyte* Logits(void* engine);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_decisions")]
    public static partial uint Decisions(void* engine);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_level")]
    public static partial int Level(void* engine);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_tone_begin")]
    public static partial EarshotStatus ToneBegin(NativeTone* tone, uint frequency, uint sampleRate);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_tone_push")]
    public static partial void TonePush(NativeTone* tone, short* pcm, nuint samples);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_tone_read")]
    public static partial EarshotStatus ToneRead(NativeTone* tone, ToneReading* result);

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_host_model_bytes")]
    public static partial nuint ModelBytes();

    [LibraryImport(NativeModule.Name, EntryPoint = "earshot_host_engine_bytes")]
    public static partial nuint EngineBytes();
}
