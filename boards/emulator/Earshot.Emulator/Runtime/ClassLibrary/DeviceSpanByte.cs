namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.SpanByte of the class library: a part of an array of bytes.</summary>
[Replaces("System.SpanByte")]
public readonly ref struct DeviceSpanByte
{
    private readonly byte[]? _array;
    private readonly int _start;

    /// <summary>A whole array.</summary>
    public DeviceSpanByte(byte[] array)
    {
        _array = array;
        Length = array?.Length ?? 0;
    }

    /// <summary>A part of an array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie in the array.</exception>
    public DeviceSpanByte(byte[] array, int start, int length)
    {
        var available = array?.Length ?? 0;
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, available);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, available - start);
        _array = array;
        _start = start;
        Length = length;
    }

    /// <summary>Nothing.</summary>
    public static DeviceSpanByte Empty => default;

    /// <summary>Bytes.</summary>
    public int Length { get; }

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Whether it was made of an array; a null array gives none.</summary>
    internal bool HasArray => _array is not null;

    /// <summary>A byte.</summary>
    public byte this[int index]
    {
        get => _array![Place(index)];
        set => _array![Place(index)] = value;
    }

    /// <summary>Copies all bytes.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void CopyTo(DeviceSpanByte destination) => AsSpan().CopyTo(destination.AsSpan());

    /// <summary>What lies behind the start.</summary>
    public DeviceSpanByte Slice(int start) => Slice(start, Length - start);

    /// <summary>A part of it.</summary>
    public DeviceSpanByte Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - start);
        return _array is null ? default : new DeviceSpanByte(_array, _start + start, length);
    }

    /// <summary>A copy.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    /// <summary>A whole array.</summary>
    public static implicit operator DeviceSpanByte(byte[] array) => new(array);

    internal Span<byte> AsSpan() => new(_array, _start, Length);

    private int Place(int index) => (uint)index < (uint)Length
        ? _start + index
        : throw new ArgumentOutOfRangeException(nameof(index));
}
