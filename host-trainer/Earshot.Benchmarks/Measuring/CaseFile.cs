using System.Buffers.Binary;
using System.Text;

namespace Earshot.Benchmarks.Measuring;

/// <summary>
/// Writes what the measuring image holds: the header of <c>tests/cortex-m/image/cases.h</c>, a pack, and features right
/// behind its last byte. The hash and the MACs in the header are left for the program <c>expect</c> to fill in.
/// </summary>
public static class CaseFile
{
    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 64;

    private const int NameAt = 16;

    /// <summary>Makes the file.</summary>
    /// <param name="name">Name of the model; as much of it as fits is kept.</param>
    /// <param name="pack">The model pack.</param>
    /// <param name="columns">Columns of features.</param>
    /// <param name="bands">Features of a column. They are random and seeded.</param>
    public static byte[] Create(string name, ReadOnlySpan<byte> pack, int columns, int bands)
    {
        var bytes = new byte[HeaderBytes + pack.Length + columns * bands];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)pack.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)columns);
        Encoding.UTF8.GetEncoder().Convert(name, bytes.AsSpan(NameAt, HeaderBytes - NameAt - 1), flush: true, out _, out _, out _);
        pack.CopyTo(bytes.AsSpan(HeaderBytes));
        new Random(columns).NextBytes(bytes.AsSpan(HeaderBytes + pack.Length));
        return bytes;
    }
}
