using System;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Says where memory lies; here always in the CPU's.</summary>
public unsafe class OrtMemoryInfo : SafeHandle
{
    private const int DeviceAllocator = 0;
    private const int CpuMemory = -1;
    private static readonly Lazy<OrtMemoryInfo> Cpu = new(CreateCpu);
    private readonly bool _owned;

    internal OrtMemoryInfo(nint existing, bool owned)
        : base(existing, ownsHandle: true)
    {
        _owned = owned;
    }

    /// <summary>Ordinary CPU memory.</summary>
    public static OrtMemoryInfo DefaultInstance => Cpu.Value;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The allocator's name, for example "Cpu".</summary>
    public string Name
    {
        get
        {
            byte* name;
            NativeStatus.Check(NativeMethods.MemoryInfoGetName(handle, &name));
            return Utf8.ToString(name);
        }
    }

    /// <summary>The device's number.</summary>
    public int Id
    {
        get
        {
            int id;
            NativeStatus.Check(NativeMethods.MemoryInfoGetId(handle, &id));
            return id;
        }
    }

    internal nint Handle => handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (_owned)
        {
            NativeMethods.ReleaseMemoryInfo(handle);
        }

        handle = 0;
        return true;
    }

    private static OrtMemoryInfo CreateCpu()
    {
        nint created;
        NativeStatus.Check(NativeMethods.CreateCpuMemoryInfo(DeviceAllocator, CpuMemory, &created));
        return new OrtMemoryInfo(created, owned: true);
    }
}
