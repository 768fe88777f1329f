using System.Buffers.Binary;
using System.Text;

namespace Earshot.Deployment.Images;

/// <summary>
/// Reads the header, the name and the references of an assembly in nanoFramework's .pe format of the 1.x line (nanoCLR's
/// CLR_RECORD_ASSEMBLY in src/CLR/Include/nanoCLR_Types.h).
/// </summary>
public static class DeviceAssemblyReader
{
    internal const int HeaderBytes = 124;
    internal const int TablesOffset = 40;
    internal const int StringsTable = 11;
    internal const int EndTable = 15;

    // nanoCLR's own strings have the highest numbers; of assembly names only this one is among them (src/CLR/Core/StringTableData.cpp).
    internal const ushort MscorlibString = 0xFFFF - 0x032D;
    private const ushort FirstOwnString = 0xFFFF - 860;
    private const int ReferenceBytes = 12;
    private const string Remedy = "Build the app again with nanoFramework 1.x and give what the build wrote.";

    private static ReadOnlySpan<byte> Marker => "NFMRK1\0\0"u8;

    /// <summary>Whether an assembly begins here.</summary>
    public static bool IsAssembly(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Marker);

    /// <summary>Reads the assembly at the start of some bytes.</summary>
    /// <param name="bytes">The bytes; more may follow it.</param>
    /// <param name="origin">Their origin, for messages.</param>
    /// <exception cref="InputException">They are no assembly of the 1.x line, or damaged.</exception>
    public static DeviceAssembly Read(ReadOnlyMemory<byte> bytes, string origin)
    {
        var span = bytes.Span;
        if (span.StartsWith("NFMRK2"u8))
        {
            throw new InputException(
                origin,
                "it is an assembly of nanoFramework 2.x (NFMRK2), and the firmware is 1.x (NFMRK1).",
                "Build the app with nanoFramework.CoreLibrary 1.17 and its project system.");
        }

        if (!IsAssembly(span))
        {
            throw new InputException(origin, "it does not begin with nanoFramework's marker NFMRK1.", Remedy);
        }

        if (span.Length < HeaderBytes || Size(span) < HeaderBytes || Size(span) > span.Length)
        {
            throw new InputException(origin, $"the assembly is cut short at {span.Length} bytes.", Remedy);
        }

        var whole = bytes[..Size(span)];
        CheckSums(whole.Span, origin);
        return new DeviceAssembly(
            Text(whole.Span, UInt16(whole.Span, 36), origin), VersionAt(whole.Span, 28), UInt32(whole.Span, 20), References(whole.Span, origin), whole);
    }

    private static int Size(ReadOnlySpan<byte> bytes)
    {
        var size = UInt32(bytes, TablesOffset + (4 * EndTable));
        return size > int.MaxValue ? 0 : (int)size;
    }

    private static void CheckSums(ReadOnlySpan<byte> bytes, string origin)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        bytes[..HeaderBytes].CopyTo(header);
        header.Slice(8, 4).Clear();
        if (NanoCrc32.Of(header) != UInt32(bytes, 8) || NanoCrc32.Of(bytes[HeaderBytes..]) != UInt32(bytes, 12))
        {
            throw new InputException(origin, "the assembly is damaged: its checksum is wrong.", Remedy);
        }
    }

    private static AssemblyReference[] References(ReadOnlySpan<byte> bytes, string origin)
    {
        var table = Table(bytes, 0, origin);
        var references = new AssemblyReference[table.Length / ReferenceBytes];
        for (var index = 0; index < references.Length; index++)
        {
            var entry = table[(index * ReferenceBytes)..];
            references[index] = new AssemblyReference(Text(bytes, UInt16(entry, 0), origin), VersionAt(entry, 4));
        }

        return references;
    }

    private static string Text(ReadOnlySpan<byte> bytes, ushort number, string origin)
    {
        if (number >= FirstOwnString)
        {
            return number == MscorlibString ? "mscorlib" : FormattableString.Invariant($"nanoCLR's string {0xFFFF - number}");
        }

        var strings = Table(bytes, StringsTable, origin);
        if (number >= strings.Length)
        {
            throw new InputException(origin, "the assembly is damaged: a name lies outside its strings.", Remedy);
        }

        var text = strings[number..];
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> bytes, int table, string origin)
    {
        var start = UInt32(bytes, TablesOffset + (4 * table));
        var end = UInt32(bytes, TablesOffset + (4 * (table + 1)));
        return start <= end && end <= bytes.Length
            ? bytes[(int)start..(int)end]
            : throw new InputException(origin, "the assembly is damaged: a table lies outside it.", Remedy);
    }

    private static Version VersionAt(ReadOnlySpan<byte> bytes, int offset) => new(
        UInt16(bytes, offset), UInt16(bytes, offset + 2), UInt16(bytes, offset + 4), UInt16(bytes, offset + 6));

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
