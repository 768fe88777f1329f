using System.Buffers.Binary;
using System.Text;
using Earshot.Deployment.Images;

namespace Earshot.Deployment.Tests.Support;

/// <summary>Writes assemblies in nanoFramework's .pe format, with a name and references and without code.</summary>
internal static class AssemblyBuilder
{
    public static byte[] Build(string name, string version, uint nativeChecksum, params (string Name, string Version)[] references)
    {
        var strings = new MemoryStream();
        var nameOffset = Add(strings, name);
        var table = new byte[12 * references.Length];
        for (var index = 0; index < references.Length; index++)
        {
            var entry = table.AsSpan(12 * index);
            var text = references[index].Name == "mscorlib" ? DeviceAssemblyReader.MscorlibString : Add(strings, references[index].Name);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, text);
            Write(entry[4..], Version.Parse(references[index].Version));
        }

        while (strings.Length % 4 != 0)
        {
            strings.WriteByte(0);
        }

        var start = DeviceAssemblyReader.HeaderBytes;
        var stringsStart = start + table.Length;
        var bytes = new byte[stringsStart + (int)strings.Length];
        "NFMRK1\0\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), nativeChecksum);
        Write(bytes.AsSpan(28), Version.Parse(version));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(36), nameOffset);
        for (var at = 0; at <= DeviceAssemblyReader.EndTable; at++)
        {
            var offset = at == 0 ? start : at <= DeviceAssemblyReader.StringsTable ? stringsStart : bytes.Length;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(DeviceAssemblyReader.TablesOffset + (4 * at)), offset);
        }

        table.CopyTo(bytes, start);
        strings.ToArray().CopyTo(bytes, stringsStart);
        return Seal(bytes);
    }

    /// <summary>Gives changed bytes right checksums again.</summary>
    public static byte[] Seal(byte[] bytes)
    {
        bytes.AsSpan(8, 8).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), NanoCrc32.Of(bytes.AsSpan(DeviceAssemblyReader.HeaderBytes)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), NanoCrc32.Of(bytes.AsSpan(0, DeviceAssemblyReader.HeaderBytes)));
        return bytes;
    }

    private static ushort Add(MemoryStream strings, string text)
    {
        var offset = (ushort)strings.Length;
        strings.Write(Encoding.UTF8.GetBytes(text + "\0"));
        return offset;
    }

    private static void Write(Span<byte> bytes, Version version)
    {
        int[] parts = [version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0)];
        for (var index = 0; index < parts.Length; index++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[(2 * index)..], (ushort)parts[index]);
        }
    }
}
