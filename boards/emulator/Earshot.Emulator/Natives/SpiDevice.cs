using System.Buffers.Binary;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Device.Spi.SpiDevice.</summary>
[NativeHalfOf("System.Device.Spi.SpiDevice")]
public static class SpiDevice
{
    /// <summary>Without effect, as in the firmware.</summary>
    public static void NativeInit(object self)
    {
    }

    /// <summary>Opens the device and gives its handle.</summary>
    public static int NativeOpenDevice(object self)
    {
        var settings = DeviceFields.Get<object>(self, "_connectionSettings");
        return EmulatedBoard.Current.Spi.Open(new SpiDeviceSettings(
            DeviceFields.Get<int>(settings, "_busId"),
            DeviceFields.Get<int>(settings, "_csLine"),
            IsHigh(DeviceFields.Get<object>(settings, "_chipSelectLineActiveState")),
            DeviceFields.Get<int>(settings, "_clockFrequency")));
    }

    /// <summary>Closes it.</summary>
    public static void DisposeNative(object self) => EmulatedBoard.Current.Spi.Close(DeviceFields.Get<int>(self, "_deviceId"));

    /// <summary>Transfers bytes.</summary>
    public static void NativeTransfer(object self, DeviceSpanByte writeBuffer, DeviceSpanByte readBuffer, bool fullDuplex) =>
        EmulatedBoard.Current.Spi.Transfer(HandleOf(self), writeBuffer.AsSpan(), readBuffer.AsSpan(), fullDuplex);

    /// <summary>Transfers words of 16 bits.</summary>
    public static void NativeTransfer(object self, ushort[]? writeBuffer, ushort[]? readBuffer, bool fullDuplex)
    {
        var written = new byte[sizeof(ushort) * (writeBuffer?.Length ?? 0)];
        for (var index = 0; index < written.Length / sizeof(ushort); index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(written.AsSpan(sizeof(ushort) * index), writeBuffer![index]);
        }

        var read = new byte[sizeof(ushort) * (readBuffer?.Length ?? 0)];
        EmulatedBoard.Current.Spi.Transfer(HandleOf(self), written, read, fullDuplex);
        for (var index = 0; index < read.Length / sizeof(ushort); index++)
        {
            readBuffer![index] = BinaryPrimitives.ReadUInt16BigEndian(read.AsSpan(sizeof(ushort) * index));
        }
    }

    private static int HandleOf(object self)
    {
        ObjectDisposedException.ThrowIf(DeviceFields.Get<bool>(self, "_disposedValue"), self);
        return DeviceFields.Get<int>(self, "_deviceId");
    }

    // A number in the package; a PinValue in earlier versions of it.
    private static bool IsHigh(object state) => state is int number ? number != 0 : DeviceFields.Get<byte>(state, "_value") != 0;
}
