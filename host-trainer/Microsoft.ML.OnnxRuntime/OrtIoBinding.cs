using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Inputs and outputs bound to memory once, for many runs.</summary>
public unsafe class OrtIoBinding : SafeHandle
{
    internal OrtIoBinding(nint session)
        : base(0, ownsHandle: true)
    {
        fixed (nint* created = &handle)
        {
            NativeStatus.Check(NativeMethods.CreateIoBinding(session, created));
        }
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    internal nint Handle => handle;

    /// <summary>Makes runs read an input from a tensor.</summary>
    public void BindInput(string name, OrtValue ortValue)
    {
        fixed (byte* utf8 = Utf8.ToBytes(name))
        {
            NativeStatus.Check(NativeMethods.BindInput(handle, utf8, ortValue.Handle));
        }
    }

    /// <summary>Makes runs write an output to a tensor.</summary>
    public void BindOutput(string name, OrtValue ortValue)
    {
        fixed (byte* utf8 = Utf8.ToBytes(name))
        {
            NativeStatus.Check(NativeMethods.BindOutput(handle, utf8, ortValue.Handle));
        }
    }

    /// <summary>Makes runs allocate an output's memory.</summary>
    public void BindOutputToDevice(string name, OrtMemoryInfo memInfo)
    {
        fixed (byte* utf8 = Utf8.ToBytes(name))
        {
            NativeStatus.Check(NativeMethods.BindOutputToDevice(handle, utf8, memInfo.Handle));
        }
    }

    /// <summary>The bound outputs' names, in the order they were bound.</summary>
    public string[] GetOutputNames()
    {
        byte* buffer;
        nuint* lengths;
        nuint count;
        var allocator = OrtAllocator.DefaultInstance;
        NativeStatus.Check(NativeMethods.GetBoundOutputNames(handle, allocator.Handle, &buffer, &lengths, &count));
        if (count == 0)
        {
            return [];
        }

        var names = new string[(int)count];
        var position = buffer;
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetString(position, (int)lengths[i]);
            position += lengths[i];
        }

        allocator.Free(lengths);
        allocator.Free(buffer);
        return names;
    }

    /// <summary>The bound outputs' values after a run, in the order they were bound.</summary>
    public IDisposableReadOnlyCollection<OrtValue> GetOutputValues()
    {
        nint* values;
        nuint count;
        var allocator = OrtAllocator.DefaultInstance;
        NativeStatus.Check(NativeMethods.GetBoundOutputValues(handle, allocator.Handle, &values, &count));
        var result = new DisposableList<OrtValue>((int)count);
        for (var i = 0; i < (int)count; i++)
        {
            result.Add(new OrtValue(values[i]));
        }

        if (count > 0)
        {
            allocator.Free(values);
        }

        return result;
    }

    /// <summary>Forgets the bound inputs.</summary>
    public void ClearBoundInputs() => NativeMethods.ClearBoundInputs(handle);

    /// <summary>Forgets the bound outputs.</summary>
    public void ClearBoundOutputs() => NativeMethods.ClearBoundOutputs(handle);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.ReleaseIoBinding(handle);
        handle = 0;
        return true;
    }
}
