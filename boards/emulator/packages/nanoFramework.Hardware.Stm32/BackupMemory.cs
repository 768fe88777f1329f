using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Stm32;

/// <summary>The bytes that survive a reset and standby as long as the backup supply lasts. Numbers are little-endian.</summary>
public static class BackupMemory
{
    private static int _size;

    /// <summary>Bytes.</summary>
    public static int Size => _size == 0 ? _size = GetSize() : _size;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ReadBytes(uint position, byte[] value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void WriteBytes(uint position, byte[] value);

    public static byte ReadByte(uint position) => Read(position, 1)[0];

    public static void WriteByte(uint position, byte value) => WriteBytes(position, new[] { value });

    public static bool ReadBoolean(uint position) => BitConverter.ToBoolean(Read(position, 1), 0);

    public static void WriteBoolean(uint position, bool value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static short ReadInt16(uint position) => BitConverter.ToInt16(Read(position, 2), 0);

    public static void WriteInt16(uint position, short value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static int ReadInt32(uint position) => BitConverter.ToInt32(Read(position, 4), 0);

    public static void WriteInt32(uint position, int value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static long ReadInt64(uint position) => BitConverter.ToInt64(Read(position, 8), 0);

    public static void WriteInt64(uint position, long value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static float ReadSingle(uint position) => BitConverter.ToSingle(Read(position, 4), 0);

    public static void WriteSingle(uint position, float value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static ushort ReadUInt16(uint position) => BitConverter.ToUInt16(Read(position, 2), 0);

    public static void WriteUInt16(uint position, ushort value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static uint ReadUInt32(uint position) => BitConverter.ToUInt32(Read(position, 4), 0);

    public static void WriteUInt32(uint position, uint value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static ulong ReadUInt64(uint position) => BitConverter.ToUInt64(Read(position, 8), 0);

    public static void WriteUInt64(uint position, ulong value) => WriteBytes(position, BitConverter.GetBytes(value));

    public static DateTime ReadDateTime(uint position) => new(ReadInt64(position));

    public static void WriteDateTime(uint position, DateTime value) => WriteInt64(position, value.Ticks);

    public static TimeSpan ReadTimeSpan(uint position) => new(ReadInt64(position));

    public static void WriteTimeSpan(uint position, TimeSpan value) => WriteInt64(position, value.Ticks);

    /// <summary>
    /// A string of <paramref name="lenght"/> '\0': version 1.10.37 of the official package reads the bytes and does not
    /// convert them. Use <see cref="ReadBytes"/>.
    /// </summary>
    public static string ReadString(uint position, uint lenght)
    {
        Read(position, (int)lenght);
        return new string('\0', (int)lenght);
    }

    /// <summary>One byte a character, the lower half of its code; no length and no end are written.</summary>
    public static void WriteString(uint position, string value)
    {
        if (value == null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        var bytes = new byte[value.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)value[i];
        }

        WriteBytes(position, bytes);
    }

    private static byte[] Read(uint position, int count)
    {
        var bytes = new byte[count];
        ReadBytes(position, bytes);
        return bytes;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int GetSize();
}
