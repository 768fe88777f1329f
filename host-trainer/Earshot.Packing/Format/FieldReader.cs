using System.Buffers.Binary;
using System.Text;

namespace Earshot.Packing.Format;

/// <summary>Reads fields of a pack at given offsets; every access is checked.</summary>
internal readonly ref struct FieldReader
{
    private readonly ReadOnlySpan<byte> _pack;

    public FieldReader(ReadOnlySpan<byte> pack)
    {
        _pack = pack;
    }

    public byte U8(int at) => Part(at, 1)[0];

    public sbyte I8(int at) => (sbyte)U8(at);

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Part(at, 2));

    public short I16(int at) => BinaryPrimitives.ReadInt16LittleEndian(Part(at, 2));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Part(at, 4));

    public int I32(int at) => BinaryPrimitives.ReadInt32LittleEndian(Part(at, 4));

    public float F32(int at) => BinaryPrimitives.ReadSingleLittleEndian(Part(at, 4));

    /// <summary>An unsigned field that must fit a positive int.</summary>
    public int Size(int at) => U32(at) is var value && value <= int.MaxValue
        ? (int)value
        : throw new InvalidDataException($"the field at byte {at} is {value}");

    public int[] Integers(int at, int count)
    {
        var values = new int[Checked(at, count, 4)];
        for (var index = 0; index < count; index++)
        {
            values[index] = I32(at + 4 * index);
        }

        return values;
    }

    public string Text(int at, int bytes) => at == 0 ? "" : Encoding.UTF8.GetString(Part(at, bytes));

    private int Checked(int at, int count, int width) => at >= 0 && count >= 0 && (long)at + (long)count * width <= _pack.Length
        ? count
        : throw new InvalidDataException($"a table of {count} entries at byte {at} reaches outside");

    private ReadOnlySpan<byte> Part(int at, int bytes) => at >= 0 && bytes >= 0 && (long)at + bytes <= _pack.Length
        ? _pack.Slice(at, bytes)
        : throw new InvalidDataException($"a field of {bytes} bytes at byte {at} reaches outside");
}
