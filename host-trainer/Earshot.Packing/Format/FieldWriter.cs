using System.Buffers.Binary;

namespace Earshot.Packing.Format;

/// <summary>Writes the fields of a record one after another, little-endian.</summary>
internal ref struct FieldWriter
{
    private Span<byte> _rest;

    public FieldWriter(Span<byte> bytes)
    {
        _rest = bytes;
    }

    public void Bytes(scoped ReadOnlySpan<byte> values)
    {
        values.CopyTo(_rest);
        _rest = _rest[values.Length..];
    }

    public void U8(int value) => Bytes([checked((byte)value)]);

    public void I8(int value) => Bytes([(byte)checked((sbyte)value)]);

    public void U16(int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_rest, checked((ushort)value));
        _rest = _rest[2..];
    }

    public void I16(int value)
    {
        BinaryPrimitives.WriteInt16LittleEndian(_rest, checked((short)value));
        _rest = _rest[2..];
    }

    public void U32(long value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_rest, checked((uint)value));
        _rest = _rest[4..];
    }

    public void I32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_rest, value);
        _rest = _rest[4..];
    }

    public void F32(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(_rest, value);
        _rest = _rest[4..];
    }
}
