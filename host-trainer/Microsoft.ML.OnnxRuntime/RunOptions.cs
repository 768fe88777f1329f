using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Settings of single runs, and the means to end them early.</summary>
public unsafe class RunOptions : SafeHandle
{
    /// <summary>Creates the default options.</summary>
    public RunOptions()
        : base(0, ownsHandle: true)
    {
        fixed (nint* created = &handle)
        {
            NativeStatus.Check(NativeMethods.CreateRunOptions(created));
        }
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    internal nint Handle => handle;

    /// <summary>The least severe message that the run logs.</summary>
    public OrtLoggingLevel LogSeverityLevel
    {
        get;
        set
        {
            NativeStatus.Check(NativeMethods.RunOptionsSetRunLogSeverityLevel(handle, (int)value));
            field = value;
        }
    } = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;

    /// <summary>The run's name in log messages.</summary>
    public string LogId
    {
        get;
        set
        {
            fixed (byte* id = Utf8.ToBytes(value))
            {
                NativeStatus.Check(NativeMethods.RunOptionsSetRunTag(handle, id));
            }

            field = value;
        }
    } = "";

    /// <summary>Set to true, from any thread, to make every run that uses these options end with an error.</summary>
    public bool Terminate
    {
        get;
        set
        {
            NativeStatus.Check(
                value ? NativeMethods.RunOptionsSetTerminate(handle) : NativeMethods.RunOptionsUnsetTerminate(handle));
            field = value;
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.ReleaseRunOptions(handle);
        handle = 0;
        return true;
    }
}
