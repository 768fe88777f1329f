using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Earshot.Packing.Format;

/// <summary>The bytes of a pack while they are put together. Equal tables are stored once.</summary>
internal sealed class PackBuffer
{
    private const int Alignment = 16;
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _tables = [];

    public int Length => _bytes.Count;

    /// <summary>Reserves an aligned table of zeros.</summary>
    public int Reserve(int bytes)
    {
        Align();
        var offset = Length;
        CollectionsMarshal.SetCount(_bytes, offset + bytes);
        CollectionsMarshal.AsSpan(_bytes)[offset..].Clear();
        return offset;
    }

    /// <summary>Adds an aligned table; 0 when it is empty.</summary>
    public int Table(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var key = $"{bytes.Length}:{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))}";
        if (!_tables.TryGetValue(key, out var offset))
        {
            Align();
            _tables[key] = offset = Length;
            _bytes.AddRange(bytes);
        }

        return offset;
    }

    public int Table(ReadOnlySpan<sbyte> values) => Table(MemoryMarshal.AsBytes(values));

    public int Table(ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(index * 4), values[index]);
        }

        return Table(bytes);
    }

    /// <summary>Adds a string and its zero; 0 when it is empty.</summary>
    public (int Offset, int Bytes) Text(string text)
    {
        if (text.Length == 0)
        {
            return (0, 0);
        }

        var offset = Length;
        var bytes = Encoding.UTF8.GetBytes(text);
        _bytes.AddRange(bytes);
        _bytes.Add(0);
        return (offset, bytes.Length);
    }

    /// <summary>A part that was reserved, to fill in.</summary>
    public FieldWriter Fields(int offset) => new(CollectionsMarshal.AsSpan(_bytes)[offset..]);

    /// <summary>The finished pack.</summary>
    public byte[] Finish()
    {
        Align();
        byte[] pack = [.. _bytes];
        BinaryPrimitives.WriteUInt32LittleEndian(pack.AsSpan(PackLayout.SizeAt), (uint)pack.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(pack.AsSpan(PackLayout.CrcAt), PackLayout.Crc(pack));
        return pack;
    }

    private void Align()
    {
        while (Length % Alignment != 0)
        {
            _bytes.Add(0);
        }
    }
}
