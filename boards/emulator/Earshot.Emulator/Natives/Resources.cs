using System.Collections;
using System.Reflection;
using System.Resources;
using System.Text;

namespace Earshot.Emulator.Natives;

/// <summary>
/// The resources of a device assembly, as nanoFramework's metadata processor would put them into the .pe file: files of .NET's format
/// under another extension, each entry known by a number made of its name.
/// </summary>
internal static class Resources
{
    private const string Extension = ".nanoresources";
    private const uint FontMagic = 0xf995b0a8;
    private const int LengthPrefix = 4;

    /// <summary>The number of a resource file in an assembly, or −1.</summary>
    public static int FindFile(Assembly assembly, string name) =>
        Array.FindIndex(FilesOf(assembly), file => Path.ChangeExtension(file, Extension) == name);

    /// <summary>A text, the bytes of a binary entry, or null for nothing and for what a firmware without graphics cannot give.</summary>
    public static object? Find(Assembly assembly, int file, short id)
    {
        using var reader = new ResourceReader(assembly.GetManifestResourceStream(FilesOf(assembly)[file])!);
        foreach (DictionaryEntry entry in reader)
        {
            var name = (string)entry.Key;
            if (IdOf(name) == id)
            {
                reader.GetResourceData(name, out var type, out var data);
                return type.EndsWith(".String", StringComparison.Ordinal) ? TextOf(data) : BytesOf(data);
            }
        }

        return null;
    }

    /// <summary>The number of an entry, by which the generated enumeration names it.</summary>
    public static short IdOf(string name)
    {
        var even = (5381 << 16) + 5381;
        var odd = even;
        for (var index = 0; index < name.Length; index++)
        {
            ref var half = ref index % 2 == 0 ? ref even : ref odd;
            half = unchecked((half << 5) + half) ^ name[index];
        }

        var hash = unchecked(even + (odd * 1566083941));
        return (short)((short)(hash >> 16) ^ (short)hash);
    }

    private static string[] FilesOf(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal))];

    // The processor takes a length below 127 for one byte and any other for two; a text ends at a zero.
    private static string TextOf(byte[] data)
    {
        var text = data.AsSpan(data[0] < 0x7F ? 1 : 2);
        var zero = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(zero < 0 ? text : text[..zero]);
    }

    private static byte[]? BytesOf(byte[] data)
    {
        var bytes = data[LengthPrefix..];
        var isPicture = bytes.AsSpan().StartsWith("BM"u8) || bytes.AsSpan().StartsWith("GIF8"u8)
            || bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]);
        var isFont = bytes.Length > LengthPrefix && BitConverter.ToUInt32(bytes) == FontMagic;
        return isPicture || isFont ? null : bytes;
    }
}
