using System;
using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>
/// The functions of ONNX Runtime's C API that the stand-in calls. Each is an entry of the table that
/// <c>OrtGetApiBase()-&gt;GetApi(version)</c> returns; the table only ever grows, so an entry's number is fixed. The numbers
/// are those of <c>struct OrtApi</c> in onnxruntime_c_api.h. A function that returns <c>nint</c> returns an OrtStatus.
/// </summary>
internal static unsafe class NativeMethods
{
    /// <summary>The oldest API version that has every entry used here.</summary>
    private const uint ApiVersion = 14;

    // Declared before the entries: static fields are initialised in the order of the text.
    private static readonly nint* ApiBase = GetApiBase();
    private static readonly nint* Table = GetTable();

    internal static readonly delegate* unmanaged<nint, int> GetErrorCode =
        (delegate* unmanaged<nint, int>)Table[1];

    internal static readonly delegate* unmanaged<nint, byte*> GetErrorMessage =
        (delegate* unmanaged<nint, byte*>)Table[2];

    internal static readonly delegate* unmanaged<int, byte*, nint*, nint> CreateEnv =
        (delegate* unmanaged<int, byte*, nint*, nint>)Table[3];

    internal static readonly delegate* unmanaged<nint, nint, nint, nint*, nint> CreateSession =
        (delegate* unmanaged<nint, nint, nint, nint*, nint>)Table[7];

    internal static readonly delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint> CreateSessionFromArray =
        (delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)Table[8];

    internal static readonly delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint> Run =
        (delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)Table[9];

    internal static readonly delegate* unmanaged<nint*, nint> CreateSessionOptions =
        (delegate* unmanaged<nint*, nint>)Table[10];

    internal static readonly delegate* unmanaged<nint, nint, nint> SetOptimizedModelFilePath =
        (delegate* unmanaged<nint, nint, nint>)Table[11];

    internal static readonly delegate* unmanaged<nint, int, nint> SetSessionExecutionMode =
        (delegate* unmanaged<nint, int, nint>)Table[13];

    internal static readonly delegate* unmanaged<nint, nint, nint> EnableProfiling =
        (delegate* unmanaged<nint, nint, nint>)Table[14];

    internal static readonly delegate* unmanaged<nint, nint> DisableProfiling =
        (delegate* unmanaged<nint, nint>)Table[15];

    internal static readonly delegate* unmanaged<nint, nint> EnableMemPattern =
        (delegate* unmanaged<nint, nint>)Table[16];

    internal static readonly delegate* unmanaged<nint, nint> DisableMemPattern =
        (delegate* unmanaged<nint, nint>)Table[17];

    internal static readonly delegate* unmanaged<nint, nint> EnableCpuMemArena =
        (delegate* unmanaged<nint, nint>)Table[18];

    internal static readonly delegate* unmanaged<nint, nint> DisableCpuMemArena =
        (delegate* unmanaged<nint, nint>)Table[19];

    internal static readonly delegate* unmanaged<nint, byte*, nint> SetSessionLogId =
        (delegate* unmanaged<nint, byte*, nint>)Table[20];

    internal static readonly delegate* unmanaged<nint, int, nint> SetSessionLogSeverityLevel =
        (delegate* unmanaged<nint, int, nint>)Table[22];

    internal static readonly delegate* unmanaged<nint, int, nint> SetSessionGraphOptimizationLevel =
        (delegate* unmanaged<nint, int, nint>)Table[23];

    internal static readonly delegate* unmanaged<nint, int, nint> SetIntraOpNumThreads =
        (delegate* unmanaged<nint, int, nint>)Table[24];

    internal static readonly delegate* unmanaged<nint, int, nint> SetInterOpNumThreads =
        (delegate* unmanaged<nint, int, nint>)Table[25];

    internal static readonly delegate* unmanaged<nint, byte*, byte*, nint> AddSessionConfigEntry =
        (delegate* unmanaged<nint, byte*, byte*, nint>)Table[130];

    internal static readonly delegate* unmanaged<nint, void> ReleaseSessionOptions =
        (delegate* unmanaged<nint, void>)Table[100];

    internal static readonly delegate* unmanaged<nint, nuint*, nint> SessionGetInputCount =
        (delegate* unmanaged<nint, nuint*, nint>)Table[30];

    internal static readonly delegate* unmanaged<nint, nuint*, nint> SessionGetOutputCount =
        (delegate* unmanaged<nint, nuint*, nint>)Table[31];

    internal static readonly delegate* unmanaged<nint, nuint, nint*, nint> SessionGetInputTypeInfo =
        (delegate* unmanaged<nint, nuint, nint*, nint>)Table[33];

    internal static readonly delegate* unmanaged<nint, nuint, nint*, nint> SessionGetOutputTypeInfo =
        (delegate* unmanaged<nint, nuint, nint*, nint>)Table[34];

    internal static readonly delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetInputName =
        (delegate* unmanaged<nint, nuint, nint, byte**, nint>)Table[36];

    internal static readonly delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetOutputName =
        (delegate* unmanaged<nint, nuint, nint, byte**, nint>)Table[37];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nint> SessionEndProfiling =
        (delegate* unmanaged<nint, nint, byte**, nint>)Table[110];

    internal static readonly delegate* unmanaged<nint, nint*, nint> SessionGetModelMetadata =
        (delegate* unmanaged<nint, nint*, nint>)Table[111];

    internal static readonly delegate* unmanaged<nint, void> ReleaseSession =
        (delegate* unmanaged<nint, void>)Table[95];

    internal static readonly delegate* unmanaged<nint*, nint> CreateRunOptions =
        (delegate* unmanaged<nint*, nint>)Table[39];

    internal static readonly delegate* unmanaged<nint, int, nint> RunOptionsSetRunLogSeverityLevel =
        (delegate* unmanaged<nint, int, nint>)Table[41];

    internal static readonly delegate* unmanaged<nint, byte*, nint> RunOptionsSetRunTag =
        (delegate* unmanaged<nint, byte*, nint>)Table[42];

    internal static readonly delegate* unmanaged<nint, nint> RunOptionsSetTerminate =
        (delegate* unmanaged<nint, nint>)Table[46];

    internal static readonly delegate* unmanaged<nint, nint> RunOptionsUnsetTerminate =
        (delegate* unmanaged<nint, nint>)Table[47];

    internal static readonly delegate* unmanaged<nint, void> ReleaseRunOptions =
        (delegate* unmanaged<nint, void>)Table[97];

    internal static readonly delegate* unmanaged<nint, long*, nuint, int, nint*, nint> CreateTensorAsOrtValue =
        (delegate* unmanaged<nint, long*, nuint, int, nint*, nint>)Table[48];

    internal static readonly delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>
        CreateTensorWithDataAsOrtValue =
            (delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)Table[49];

    internal static readonly delegate* unmanaged<nint, void**, nint> GetTensorMutableData =
        (delegate* unmanaged<nint, void**, nint>)Table[51];

    internal static readonly delegate* unmanaged<nint, nint*, nint> CastTypeInfoToTensorInfo =
        (delegate* unmanaged<nint, nint*, nint>)Table[55];

    internal static readonly delegate* unmanaged<nint, int*, nint> GetOnnxTypeFromTypeInfo =
        (delegate* unmanaged<nint, int*, nint>)Table[56];

    internal static readonly delegate* unmanaged<nint, int*, nint> GetTensorElementType =
        (delegate* unmanaged<nint, int*, nint>)Table[60];

    internal static readonly delegate* unmanaged<nint, nuint*, nint> GetDimensionsCount =
        (delegate* unmanaged<nint, nuint*, nint>)Table[61];

    internal static readonly delegate* unmanaged<nint, long*, nuint, nint> GetDimensions =
        (delegate* unmanaged<nint, long*, nuint, nint>)Table[62];

    internal static readonly delegate* unmanaged<nint, byte**, nuint, nint> GetSymbolicDimensions =
        (delegate* unmanaged<nint, byte**, nuint, nint>)Table[63];

    internal static readonly delegate* unmanaged<nint, nuint*, nint> GetTensorShapeElementCount =
        (delegate* unmanaged<nint, nuint*, nint>)Table[64];

    internal static readonly delegate* unmanaged<nint, nint*, nint> GetTensorTypeAndShape =
        (delegate* unmanaged<nint, nint*, nint>)Table[65];

    internal static readonly delegate* unmanaged<nint, int*, nint> GetValueType =
        (delegate* unmanaged<nint, int*, nint>)Table[67];

    internal static readonly delegate* unmanaged<nint, void> ReleaseValue =
        (delegate* unmanaged<nint, void>)Table[96];

    internal static readonly delegate* unmanaged<nint, void> ReleaseTypeInfo =
        (delegate* unmanaged<nint, void>)Table[98];

    internal static readonly delegate* unmanaged<nint, void> ReleaseTensorTypeAndShapeInfo =
        (delegate* unmanaged<nint, void>)Table[99];

    internal static readonly delegate* unmanaged<int, int, nint*, nint> CreateCpuMemoryInfo =
        (delegate* unmanaged<int, int, nint*, nint>)Table[69];

    internal static readonly delegate* unmanaged<nint, byte**, nint> MemoryInfoGetName =
        (delegate* unmanaged<nint, byte**, nint>)Table[71];

    internal static readonly delegate* unmanaged<nint, int*, nint> MemoryInfoGetId =
        (delegate* unmanaged<nint, int*, nint>)Table[72];

    internal static readonly delegate* unmanaged<nint, void*, nint> AllocatorFree =
        (delegate* unmanaged<nint, void*, nint>)Table[76];

    internal static readonly delegate* unmanaged<nint, nint*, nint> AllocatorGetInfo =
        (delegate* unmanaged<nint, nint*, nint>)Table[77];

    internal static readonly delegate* unmanaged<nint*, nint> GetAllocatorWithDefaultOptions =
        (delegate* unmanaged<nint*, nint>)Table[78];

    internal static readonly delegate* unmanaged<nint, void> ReleaseEnv =
        (delegate* unmanaged<nint, void>)Table[92];

    internal static readonly delegate* unmanaged<nint, void> ReleaseStatus =
        (delegate* unmanaged<nint, void>)Table[93];

    internal static readonly delegate* unmanaged<nint, void> ReleaseMemoryInfo =
        (delegate* unmanaged<nint, void>)Table[94];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nint> ModelMetadataGetProducerName =
        (delegate* unmanaged<nint, nint, byte**, nint>)Table[112];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nint> ModelMetadataGetGraphName =
        (delegate* unmanaged<nint, nint, byte**, nint>)Table[113];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nint> ModelMetadataGetDomain =
        (delegate* unmanaged<nint, nint, byte**, nint>)Table[114];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nint> ModelMetadataGetDescription =
        (delegate* unmanaged<nint, nint, byte**, nint>)Table[115];

    internal static readonly delegate* unmanaged<nint, nint, byte*, byte**, nint> ModelMetadataLookupCustomMetadataMap =
        (delegate* unmanaged<nint, nint, byte*, byte**, nint>)Table[116];

    internal static readonly delegate* unmanaged<nint, long*, nint> ModelMetadataGetVersion =
        (delegate* unmanaged<nint, long*, nint>)Table[117];

    internal static readonly delegate* unmanaged<nint, void> ReleaseModelMetadata =
        (delegate* unmanaged<nint, void>)Table[118];

    internal static readonly delegate* unmanaged<nint, nint, byte***, long*, nint> ModelMetadataGetCustomMetadataMapKeys =
        (delegate* unmanaged<nint, nint, byte***, long*, nint>)Table[123];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nint> ModelMetadataGetGraphDescription =
        (delegate* unmanaged<nint, nint, byte**, nint>)Table[158];

    internal static readonly delegate* unmanaged<byte***, int*, nint> GetAvailableProviders =
        (delegate* unmanaged<byte***, int*, nint>)Table[125];

    internal static readonly delegate* unmanaged<byte**, int, nint> ReleaseAvailableProviders =
        (delegate* unmanaged<byte**, int, nint>)Table[126];

    internal static readonly delegate* unmanaged<nint, nint, nint, nint> RunWithBinding =
        (delegate* unmanaged<nint, nint, nint, nint>)Table[133];

    internal static readonly delegate* unmanaged<nint, nint*, nint> CreateIoBinding =
        (delegate* unmanaged<nint, nint*, nint>)Table[134];

    internal static readonly delegate* unmanaged<nint, void> ReleaseIoBinding =
        (delegate* unmanaged<nint, void>)Table[135];

    internal static readonly delegate* unmanaged<nint, byte*, nint, nint> BindInput =
        (delegate* unmanaged<nint, byte*, nint, nint>)Table[136];

    internal static readonly delegate* unmanaged<nint, byte*, nint, nint> BindOutput =
        (delegate* unmanaged<nint, byte*, nint, nint>)Table[137];

    internal static readonly delegate* unmanaged<nint, byte*, nint, nint> BindOutputToDevice =
        (delegate* unmanaged<nint, byte*, nint, nint>)Table[138];

    internal static readonly delegate* unmanaged<nint, nint, byte**, nuint**, nuint*, nint> GetBoundOutputNames =
        (delegate* unmanaged<nint, nint, byte**, nuint**, nuint*, nint>)Table[139];

    internal static readonly delegate* unmanaged<nint, nint, nint**, nuint*, nint> GetBoundOutputValues =
        (delegate* unmanaged<nint, nint, nint**, nuint*, nint>)Table[140];

    internal static readonly delegate* unmanaged<nint, void> ClearBoundInputs =
        (delegate* unmanaged<nint, void>)Table[141];

    internal static readonly delegate* unmanaged<nint, void> ClearBoundOutputs =
        (delegate* unmanaged<nint, void>)Table[142];

    /// <summary>The library's version, for example "1.30.0".</summary>
    internal static string Version => Utf8.ToString(((delegate* unmanaged<byte*>)ApiBase[1])());

    private static nint* GetApiBase()
    {
        var entry = NativeLibrary.GetExport(NativeLibraryFile.Load(), "OrtGetApiBase");
        return ((delegate* unmanaged<nint*>)entry)();
    }

    private static nint* GetTable()
    {
        var table = ((delegate* unmanaged<uint, nint*>)ApiBase[0])(ApiVersion);
        return table != null
            ? table
            : throw new NotSupportedException($"The ONNX Runtime library {Version} does not offer API version {ApiVersion}.");
    }
}
