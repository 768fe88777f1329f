using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Hardware.Stm32.BackupMemory.</summary>
[NativeHalfOf("nanoFramework.Hardware.Stm32.BackupMemory")]
public static class Stm32BackupMemory
{
    /// <summary>Reads bytes.</summary>
    /// <exception cref="ArgumentException">The position lies behind the registers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bytes reach behind the registers.</exception>
    public static void ReadBytes(uint position, byte[] value) => Checked(position, value).Read((int)position, value);

    /// <summary>Writes bytes.</summary>
    /// <inheritdoc cref="ReadBytes" path="/exception"/>
    public static void WriteBytes(uint position, byte[] value) => Checked(position, value).Write((int)position, value);

    /// <summary>Bytes in all registers.</summary>
    public static int GetSize() => EmulatedBoard.Current.Backup.Size;

    private static BackupRegisters Checked(uint position, byte[] value)
    {
        // The firmware follows a null reference; a board hangs in its fault handler then.
        ArgumentNullException.ThrowIfNull(value);
        var backup = EmulatedBoard.Current.Backup;
        if (position >= backup.Size)
        {
            throw new ArgumentException("The position lies behind the backup registers.");
        }

        return position + value.Length <= backup.Size ? backup : throw new ArgumentOutOfRangeException(nameof(value));
    }
}
