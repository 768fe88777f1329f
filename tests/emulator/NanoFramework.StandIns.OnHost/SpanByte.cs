namespace System;

/// <summary>What a device program sees as SpanByte.</summary>
public readonly ref struct SpanByte
{
    private readonly Span<byte> _bytes;

    public SpanByte(byte[] array, int start, int length) => _bytes = new Span<byte>(array, start, length);

    private SpanByte(Span<byte> bytes) => _bytes = bytes;

    public int Length => _bytes.Length;

    public void CopyTo(SpanByte destination) => _bytes.CopyTo(destination._bytes);

    public static implicit operator SpanByte(byte[] array) => new(array.AsSpan());
}
