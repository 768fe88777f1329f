using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary>Zeroed native memory at a multiple of 16 bytes, as the C module wants it.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    private const nuint Alignment = 16;
    private void* _address;

    public AlignedMemory(nuint bytes)
    {
        _address = NativeMemory.AlignedAlloc(bytes == 0 ? Alignment : bytes, Alignment);
        NativeMemory.Clear(_address, bytes);
    }

    ~AlignedMemory() => Free();

    public void* Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_address is null, this);
            return _address;
        }
    }

    public static AlignedMemory CopyOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var memory = new AlignedMemory((nuint)(values.Length * sizeof(T)));
        values.CopyTo(new Span<T>(memory.Address, values.Length));
        return memory;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_address);
        _address = null;
    }
}
