using System;
using System.Buffers;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A tensor in native memory, or over pinned managed memory. Dispose it, or the memory stays.</summary>
public unsafe class OrtValue : IDisposable
{
    private MemoryHandle _pin;
    private nint _handle;

    internal OrtValue(nint handle)
        : this(handle, pin: default)
    {
    }

    private OrtValue(nint handle, MemoryHandle pin)
    {
        _handle = handle;
        _pin = pin;
        int type;
        NativeStatus.Check(NativeMethods.GetValueType(handle, &type));
        OnnxType = (OnnxValueType)type;
    }

    /// <summary>Frees the native value when <see cref="Dispose()"/> was forgotten.</summary>
    ~OrtValue() => Dispose(disposing: false);

    /// <summary>What the value holds.</summary>
    public OnnxValueType OnnxType { get; private set; }

    /// <summary>Whether the value is a tensor.</summary>
    public bool IsTensor => OnnxType == OnnxValueType.ONNX_TYPE_TENSOR;

    internal nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            return _handle;
        }
    }

    /// <summary>A tensor over a managed array, which stays pinned until the value is disposed.</summary>
    public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
        where T : unmanaged =>
        CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, new Memory<T>(data), shape);

    /// <summary>A tensor over managed memory, which stays pinned until the value is disposed.</summary>
    /// <exception cref="OnnxRuntimeException">The memory is smaller than the shape asks for.</exception>
    public static OrtValue CreateTensorValueFromMemory<T>(OrtMemoryInfo memoryInfo, Memory<T> memory, long[] shape)
        where T : unmanaged
    {
        var type = ElementTypes.FromType(typeof(T));
        var size = shape.Aggregate(1L, (product, dimension) => checked(product * dimension));
        if (size > memory.Length)
        {
            throw new OnnxRuntimeException(
                ErrorCode.InvalidArgument,
                $"Managed memory size: {memory.Length} elements is less than shape size: {size} elements");
        }

        var pin = memory.Pin();
        try
        {
            nint created;
            fixed (long* dimensions = shape)
            {
                NativeStatus.Check(NativeMethods.CreateTensorWithDataAsOrtValue(
                    memoryInfo.Handle,
                    pin.Pointer,
                    (nuint)memory.Length * (nuint)Unsafe.SizeOf<T>(),
                    dimensions,
                    (nuint)shape.Length,
                    (int)type,
                    &created));
            }

            return new OrtValue(created, pin);
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>A tensor in memory of the allocator; its content is not initialised.</summary>
    public static OrtValue CreateAllocatedTensorValue(OrtAllocator allocator, TensorElementType elementType, long[] shape)
    {
        nint created;
        fixed (long* dimensions = shape)
        {
            NativeStatus.Check(NativeMethods.CreateTensorAsOrtValue(
                allocator.Handle, dimensions, (nuint)shape.Length, (int)elementType, &created));
        }

        return new OrtValue(created);
    }

    /// <summary>The tensor's elements, to read. Valid until the value is disposed.</summary>
    /// <exception cref="OnnxRuntimeException">The elements are of another type.</exception>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(GetRawData(typeof(T)));

    /// <summary>The tensor's elements, to read and write. Valid until the value is disposed.</summary>
    /// <exception cref="OnnxRuntimeException">The elements are of another type.</exception>
    public Span<T> GetTensorMutableDataAsSpan<T>()
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(GetRawData(typeof(T)));

    /// <summary>The tensor's bytes, to read and write. Valid until the value is disposed.</summary>
    public Span<byte> GetTensorMutableRawData() => GetRawData(typeof(byte));

    /// <summary>The tensor's element type and shape.</summary>
    public OrtTensorTypeAndShapeInfo GetTensorTypeAndShape()
    {
        if (!IsTensor)
        {
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"This OrtValue contains {OnnxType}, not a tensor");
        }

        nint info;
        NativeStatus.Check(NativeMethods.GetTensorTypeAndShape(Handle, &info));
        try
        {
            return new OrtTensorTypeAndShapeInfo(info);
        }
        finally
        {
            NativeMethods.ReleaseTensorTypeAndShapeInfo(info);
        }
    }

    /// <summary>Frees the native value and unpins managed memory.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the native value and unpins managed memory.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_handle != 0)
        {
            NativeMethods.ReleaseValue(_handle);
            _handle = 0;
            _pin.Dispose();
        }
    }

    private Span<byte> GetRawData(Type requested)
    {
        var info = GetTensorTypeAndShape();
        if (info.IsString)
        {
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, "Strings are not supported by this API");
        }

        var actual = ElementTypes.ToType(info.ElementDataType);
        if (requested != typeof(byte) && requested != actual)
        {
            throw new OnnxRuntimeException(
                ErrorCode.InvalidArgument,
                $"Requested type: {requested} does not match the actual type: {actual}");
        }

        if (info.ElementCount == 0)
        {
            return [];
        }

        void* data;
        NativeStatus.Check(NativeMethods.GetTensorMutableData(Handle, &data));
        var elementSize = actual == typeof(bool) ? 1 : Marshal.SizeOf(actual);
        return new Span<byte>(data, checked((int)(info.ElementCount * elementSize)));
    }
}
