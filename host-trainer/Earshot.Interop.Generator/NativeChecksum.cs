using System.Text;

namespace Earshot.Interop.Generator;

/// <summary>
/// The checksum by which nanoCLR 1.x tells whether firmware and assembly belong together: CRC-32 with polynomial
/// 0x04C11DB7, most significant bit first, initial value 0, nothing reflected or inverted, over the names of the native
/// methods in table order and the word NULL for each other method.
/// </summary>
/// <remarks>
/// Source: nanoFramework's metadata processor 3.0, of which this is an implementation of its own. Until the first
/// native method is complete the sum counts as 0. So everything before it leaves no trace, and of it only the method's
/// name does; every later method counts, managed ones included.
/// </remarks>
public sealed class NativeChecksum
{
    private const uint Polynomial = 0x04C11DB7;
    private static readonly uint[] Table = BuildTable();
    private readonly string _assembly;
    private uint _sum;
    private bool _hasNative;

    /// <summary>Begins the sum of an assembly.</summary>
    public NativeChecksum(string assembly)
    {
        _assembly = assembly;
    }

    /// <summary>The sum so far; 0 while there was no native method.</summary>
    public uint Value => _hasNative ? _sum : 0;

    /// <summary>Adds a method that the firmware implements.</summary>
    public void AddNative(NativeMethod method)
    {
        Add(_assembly);
        Add(method.Class);
        Add(method.Name);
        _hasNative = true;
    }

    /// <summary>Adds a method that it does not implement.</summary>
    public void AddManaged() => Add("NULL");

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (var index = 0u; index < table.Length; index++)
        {
            var entry = index << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                entry = (entry << 1) ^ ((entry & 0x80000000) != 0 ? Polynomial : 0);
            }

            table[index] = entry;
        }

        return table;
    }

    private void Add(string text)
    {
        var sum = Value;
        foreach (var value in Encoding.ASCII.GetBytes(text))
        {
            sum = Table[(sum >> 24) ^ value] ^ (sum << 8);
        }

        _sum = sum;
    }
}
