using System.Security.Cryptography;
using System.Text;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Hardware.Stm32.Utilities.</summary>
[NativeHalfOf("nanoFramework.Hardware.Stm32.Utilities")]
public static class Stm32Utilities
{
    /// <summary>12 bytes that follow from the board's seed.</summary>
    public static void NativeGetDeviceUniqueId(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var board = EmulatedBoard.Current;
        SHA256.HashData(Encoding.UTF8.GetBytes($"{board.Description.Mcu} {board.Seed}")).AsSpan(0, 12).CopyTo(data);
    }

    /// <summary>The device identifier (DBGMCU_IDCODE) of the chip's family in its reference manual; 0 for one that is not listed here.</summary>
    public static uint NativeGetDeviceId() => EmulatedBoard.Current.Description.Mcu switch
    {
        var mcu when mcu.StartsWith("STM32F401", StringComparison.Ordinal) => 0x433, // RM0368, F401xD/E
        var mcu when mcu.StartsWith("STM32F411", StringComparison.Ordinal) => 0x431, // RM0383
        var mcu when mcu.StartsWith("STM32F412", StringComparison.Ordinal) => 0x441, // RM0402
        var mcu when mcu.StartsWith("STM32F439", StringComparison.Ordinal) => 0x419, // RM0090
        var mcu when mcu.StartsWith("STM32F746", StringComparison.Ordinal) => 0x449, // RM0385
        var mcu when mcu.StartsWith("STM32F767", StringComparison.Ordinal) => 0x451, // RM0410
        var mcu when mcu.StartsWith("STM32L475", StringComparison.Ordinal) => 0x415, // RM0351
        _ => 0,
    };

    /// <summary>Revision A.</summary>
    public static uint NativeGetDeviceRevisionId() => 0x1000;
}
