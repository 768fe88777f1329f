using System.Reflection;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Resources.ResourceManager.</summary>
[NativeHalfOf("System.Resources.ResourceManager")]
public static class ResourceManagerCalls
{
    /// <summary>The number of a resource file, or −1.</summary>
    public static int FindResource(string baseName, Assembly assembly)
    {
        if (baseName is null || assembly is null)
        {
            throw new NullReferenceException();
        }

        return Resources.FindFile(assembly, baseName);
    }

    /// <summary>An entry of the file; null for none.</summary>
    public static object? GetObjectInternal(object self, short id) =>
        Resources.Find(DeviceFields.Get<Assembly>(self, "_assembly"), FileOf(self), id);

    /// <summary>A part of a binary entry, shorter where the entry ends; null for none.</summary>
    /// <exception cref="InvalidOperationException">It is a text.</exception>
    /// <exception cref="IndexOutOfRangeException">The part begins behind the end.</exception>
    public static object? GetObjectInternal(object self, short id, int offset, int length)
    {
        switch (GetObjectInternal(self, id))
        {
            case null:
                return null;
            case byte[] bytes:
                // The firmware compares without a sign.
                return (uint)offset < bytes.Length
                    ? bytes[offset..(int)Math.Min((uint)bytes.Length, (uint)offset + (ulong)(uint)length)]
                    : throw new IndexOutOfRangeException();
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>An entry of the file or of those of its culture's parents.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static object? GetObject(object rm, Enum id) => Call(rm, "GetObjectFromId", IdOf(id));

    internal static object? GetObject(object rm, Enum id, int offset, int length) =>
        Call(rm, "GetObjectChunkFromId", IdOf(id), offset, length);

    private static int FileOf(object self) => DeviceFields.Get<int>(self, "_resourceFileId") is >= 0 and var file
        ? file
        : throw new ArgumentException("resources");

    private static short IdOf(Enum id) => id switch
    {
        null => throw new NullReferenceException(),
        _ when Enum.GetUnderlyingType(id.GetType()) == typeof(short) => (short)(object)id,
        _ when Enum.GetUnderlyingType(id.GetType()) == typeof(ushort) => (short)(ushort)(object)id,
        _ => throw new ArgumentException(null, nameof(id)),
    };

    // The firmware calls back into these methods by name.
    private static object? Call(object manager, string method, params object[] arguments) =>
        (manager ?? throw new NullReferenceException()).GetType()
            .GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!
            .Invoke(manager, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}
