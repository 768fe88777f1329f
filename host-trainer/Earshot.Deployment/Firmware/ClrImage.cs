using System.Buffers.Binary;
using System.Text;

namespace Earshot.Deployment.Firmware;

/// <summary>What a nanoCLR image (nanoCLR.bin) says of itself.</summary>
/// <param name="bytes">The image.</param>
/// <param name="address">Where it is flashed.</param>
public sealed class ClrImage(ReadOnlyMemory<byte> bytes, long address)
{
    private const int VectorBytes = 8;
    private const int LimitsBytes = 32;

    /// <summary>Its size.</summary>
    public int Size => bytes.Length;

    /// <summary>Where the processor starts, from the vector table; null when there is no room for one.</summary>
    public long? ResetHandler => bytes.Length < VectorBytes ? null : BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..]) & ~1u;

    /// <summary>Whether the name of a target stands in it.</summary>
    public bool Names(string target) => bytes.Span.IndexOf(Encoding.ASCII.GetBytes(target + "\0")) >= 0;

    /// <summary>What it was built for; null when it does not say, as before there was that record.</summary>
    public FirmwareLimits? Limits
    {
        get
        {
            var at = bytes.Span.IndexOf(LimitsMagic);
            if (at < 0 || at + LimitsBytes > bytes.Length)
            {
                return null;
            }

            var numbers = bytes.Span[(at + LimitsMagic.Length)..];
            return new FirmwareLimits(Number(numbers, 0), Number(numbers, 1), Number(numbers, 2), Number(numbers, 3));
        }
    }

    /// <summary>
    /// The checksum that it has for an assembly's native half: in nanoCLR's CLR_RT_NativeAssemblyData a pointer to the name comes
    /// first, the checksum second.
    /// </summary>
    /// <returns>Null when it has none.</returns>
    public uint? NativeChecksum(string name)
    {
        var text = Encoding.ASCII.GetBytes(name + "\0");
        for (var from = 0; bytes.Span[from..].IndexOf(text) is >= 0 and var found; from += found + 1)
        {
            var pointer = (uint)(address + from + found);
            for (var at = 0; at + 8 <= bytes.Length; at += 4)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]) == pointer)
                {
                    return BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(at + 4)..]);
                }
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> LimitsMagic => "EARSHOT-LIMITS1\0"u8;

    private static long Number(ReadOnlySpan<byte> numbers, int index) => BinaryPrimitives.ReadUInt32LittleEndian(numbers[(4 * index)..]);
}
