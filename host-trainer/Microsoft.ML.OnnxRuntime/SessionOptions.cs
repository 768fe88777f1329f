using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>How a session loads and runs its model.</summary>
public unsafe class SessionOptions : SafeHandle
{
    /// <summary>Creates the default options.</summary>
    public SessionOptions()
        : base(0, ownsHandle: true)
    {
        fixed (nint* created = &handle)
        {
            NativeStatus.Check(NativeMethods.CreateSessionOptions(created));
        }

        OrtEnv.Instance();
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    internal nint Handle => handle;

    /// <summary>Whether the allocations of the first run are planned as one block for the runs that follow.</summary>
    public bool EnableMemoryPattern
    {
        get;
        set
        {
            NativeStatus.Check(value ? NativeMethods.EnableMemPattern(handle) : NativeMethods.DisableMemPattern(handle));
            field = value;
        }
    } = true;

    /// <summary>The start of the profile's file name; set it before <see cref="EnableProfiling"/>.</summary>
    public string ProfileOutputPathPrefix { get; set; } = "onnxruntime_profile_";

    /// <summary>Whether each run's node times are recorded.</summary>
    public bool EnableProfiling
    {
        get;
        set
        {
            var prefix = Utf8.AllocatePath(ProfileOutputPathPrefix);
            try
            {
                NativeStatus.Check(
                    value ? NativeMethods.EnableProfiling(handle, prefix) : NativeMethods.DisableProfiling(handle));
            }
            finally
            {
                Utf8.FreePath(prefix);
            }

            field = value;
        }
    }

    /// <summary>Where the optimised model is written at load; empty for nowhere.</summary>
    public string OptimizedModelFilePath
    {
        get;
        set
        {
            var path = Utf8.AllocatePath(value);
            try
            {
                NativeStatus.Check(NativeMethods.SetOptimizedModelFilePath(handle, path));
            }
            finally
            {
                Utf8.FreePath(path);
            }

            field = value;
        }
    } = "";

    /// <summary>Whether CPU memory comes from an arena that keeps what it once allocated.</summary>
    public bool EnableCpuMemArena
    {
        get;
        set
        {
            NativeStatus.Check(value ? NativeMethods.EnableCpuMemArena(handle) : NativeMethods.DisableCpuMemArena(handle));
            field = value;
        }
    } = true;

    /// <summary>The session's name in log messages.</summary>
    public string LogId
    {
        get;
        set
        {
            fixed (byte* id = Utf8.ToBytes(value))
            {
                NativeStatus.Check(NativeMethods.SetSessionLogId(handle, id));
            }

            field = value;
        }
    } = "";

    /// <summary>The least severe message that the session logs.</summary>
    public OrtLoggingLevel LogSeverityLevel
    {
        get;
        set
        {
            NativeStatus.Check(NativeMethods.SetSessionLogSeverityLevel(handle, (int)value));
            field = value;
        }
    } = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;

    /// <summary>Threads that share one node's work; 0 lets the library choose.</summary>
    public int IntraOpNumThreads
    {
        get;
        set
        {
            NativeStatus.Check(NativeMethods.SetIntraOpNumThreads(handle, value));
            field = value;
        }
    }

    /// <summary>
    /// Threads that run independent nodes in <see cref="ExecutionMode.ORT_PARALLEL"/>; 0 lets the library choose.
    /// </summary>
    public int InterOpNumThreads
    {
        get;
        set
        {
            NativeStatus.Check(NativeMethods.SetInterOpNumThreads(handle, value));
            field = value;
        }
    }

    /// <summary>The graph optimisations applied at load.</summary>
    public GraphOptimizationLevel GraphOptimizationLevel
    {
        get;
        set
        {
            NativeStatus.Check(NativeMethods.SetSessionGraphOptimizationLevel(handle, (int)value));
            field = value;
        }
    } = GraphOptimizationLevel.ORT_ENABLE_ALL;

    /// <summary>Whether independent nodes run at the same time.</summary>
    public ExecutionMode ExecutionMode
    {
        get;
        set
        {
            NativeStatus.Check(NativeMethods.SetSessionExecutionMode(handle, (int)value));
            field = value;
        }
    } = ExecutionMode.ORT_SEQUENTIAL;

    /// <summary>Sets one of the entries of onnxruntime_session_options_config_keys.h.</summary>
    public void AddSessionConfigEntry(string configKey, string configValue)
    {
        fixed (byte* key = Utf8.ToBytes(configKey), value = Utf8.ToBytes(configValue))
        {
            NativeStatus.Check(NativeMethods.AddSessionConfigEntry(handle, key, value));
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.ReleaseSessionOptions(handle);
        handle = 0;
        return true;
    }
}
