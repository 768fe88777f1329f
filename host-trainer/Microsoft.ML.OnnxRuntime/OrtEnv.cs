using System;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The process-wide ONNX Runtime environment, created at its first use.</summary>
public sealed unsafe class OrtEnv : SafeHandle
{
    private static readonly Lazy<OrtEnv> Singleton = new(() => new OrtEnv());

    private OrtEnv()
        : base(0, ownsHandle: true)
    {
        fixed (byte* id = Utf8.ToBytes("Earshot"))
        fixed (nint* created = &handle)
        {
            NativeStatus.Check(NativeMethods.CreateEnv((int)OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, id, created));
        }
    }

    /// <summary>Whether the environment exists already.</summary>
    public static bool IsCreated => Singleton.IsValueCreated;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    internal nint Handle => handle;

    /// <summary>The one environment of this process.</summary>
    public static OrtEnv Instance() => Singleton.Value;

    /// <summary>The native library's version.</summary>
    public string GetVersionString() => NativeMethods.Version;

    /// <summary>The execution providers the native library was built with.</summary>
    public string[] GetAvailableProviders()
    {
        byte** names;
        int count;
        NativeStatus.Check(NativeMethods.GetAvailableProviders(&names, &count));
        try
        {
            var result = new string[count];
            for (var i = 0; i < count; i++)
            {
                result[i] = Utf8.ToString(names[i]);
            }

            return result;
        }
        finally
        {
            NativeStatus.Check(NativeMethods.ReleaseAvailableProviders(names, count));
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.ReleaseEnv(handle);
        handle = 0;
        return true;
    }
}
