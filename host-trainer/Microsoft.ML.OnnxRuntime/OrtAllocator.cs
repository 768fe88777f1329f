using System;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>ONNX Runtime's memory allocator.</summary>
public unsafe class OrtAllocator : SafeHandle
{
    private static readonly Lazy<OrtAllocator> Default = new(GetDefault);

    private OrtAllocator(nint existing)
        : base(existing, ownsHandle: true)
    {
    }

    /// <summary>The allocator of CPU memory.</summary>
    public static OrtAllocator DefaultInstance => Default.Value;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Where the allocator's memory lies.</summary>
    public OrtMemoryInfo Info
    {
        get
        {
            nint info;
            NativeStatus.Check(NativeMethods.AllocatorGetInfo(handle, &info));
            return new OrtMemoryInfo(info, owned: false);
        }
    }

    internal nint Handle => handle;

    internal void Free(void* allocation) => NativeStatus.Check(NativeMethods.AllocatorFree(handle, allocation));

    /// <summary>The default allocator belongs to the library; there is nothing to release.</summary>
    protected override bool ReleaseHandle()
    {
        handle = 0;
        return true;
    }

    private static OrtAllocator GetDefault()
    {
        nint existing;
        NativeStatus.Check(NativeMethods.GetAllocatorWithDefaultOptions(&existing));
        return new OrtAllocator(existing);
    }
}
