using System.Globalization;
using System.Text;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Runtime.Threading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.IO.Ports.SerialPort: settings and writing.</summary>
[NativeHalfOf("System.IO.Ports.SerialPort")]
public static partial class SerialPort
{
    /// <summary>Opens the port.</summary>
    /// <exception cref="ArgumentException">The board has no such port.</exception>
    public static void NativeInit(object self)
    {
        var uart = UartOf(self);
        uart.ReceiveCapacity = DeviceFields.Get<int>(self, "_bufferSize");
        uart.Threshold = DeviceFields.Get<int>(self, "_receivedBytesThreshold");
        uart.WatchByte = (byte)DeviceFields.Get<char>(self, "_watchChar");
        uart.Open(DeviceFields.Get<int>(self, "_baudRate"), BitsPerByte(self));
    }

    /// <summary>Takes over changed settings.</summary>
    /// <exception cref="NotSupportedException">The chip's UART cannot do that.</exception>
    public static void NativeConfig(object self) => UartOf(self).Configure(DeviceFields.Get<int>(self, "_baudRate"), BitsPerByte(self));

    /// <summary>Lets go of the port.</summary>
    public static void NativeDispose(object self)
    {
        if (UartOf(self) is { IsOpen: true } uart)
        {
            uart.Close();
        }
    }

    /// <summary>Takes over the watched character.</summary>
    public static void NativeSetWatchChar(object self) => UartOf(self).WatchByte = (byte)DeviceFields.Get<char>(self, "_watchChar");

    /// <summary>Sets how many bytes have to wait before the event is raised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public static void NativeReceivedBytesThreshold(object self, int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var uart = UartOf(self);
        DeviceFields.Set(self, "_receivedBytesThreshold", value);
        uart.Threshold = value;
        if (DeviceFields.Get<bool>(self, "_opened") && value <= uart.BytesToRead)
        {
            uart.PostReceived(isWatched: false);
        }
    }

    /// <summary>Sends bytes; returns when the line has carried them.</summary>
    /// <exception cref="TimeoutException">That takes longer than the write timeout; they are sent nevertheless.</exception>
    public static void Write(object self, byte[] buffer, int offset, int count)
    {
        RequireOpen(self);
        CheckPart(buffer, offset, count);
        Send(self, buffer.AsSpan(offset, count).ToArray());
    }

    /// <summary>Sends a text in UTF-8, with the line end if asked for.</summary>
    /// <inheritdoc cref="Write" path="/exception"/>
    public static void NativeWriteString(object self, string? text, bool addNewLine)
    {
        RequireOpen(self);
        if (text is not null)
        {
            Send(self, Encoding.UTF8.GetBytes(addNewLine ? text + DeviceFields.Get<string>(self, "_newLine") : text));
        }
    }

    /// <summary>The board's ports with commas between them.</summary>
    public static string GetDeviceSelector() => string.Join(',', EmulatedBoard.Current.Uarts.Keys.Order(StringComparer.Ordinal));

#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Whether the chip inverts the signals.</summary>
    /// <exception cref="NotSupportedException">The chip's UART cannot do that.</exception>
    public static bool get_InvertSignalLevels(object self)
    {
        RequireModernUart();
        return UartOf(self).InvertsLevels;
    }

    /// <summary>Lets the chip invert the signals.</summary>
    /// <inheritdoc cref="get_InvertSignalLevels" path="/exception"/>
    public static void set_InvertSignalLevels(object self, bool value)
    {
        RequireModernUart();
        UartOf(self).InvertsLevels = value;
    }
#pragma warning restore IDE1006

    private static Uart UartOf(object self)
    {
        var port = "COM" + DeviceFields.Get<int>(self, "_portIndex").ToString(CultureInfo.InvariantCulture);
        return EmulatedBoard.Current.Uarts.GetValueOrDefault(port) ?? throw new ArgumentException(port);
    }

    private static void Send(object self, byte[] bytes)
    {
        var scheduler = EmulatedBoard.Current.Scheduler;
        var uart = UartOf(self);
        var deadline = DeadlineOf.Milliseconds(scheduler, DeviceFields.Get<int>(self, "_writeTimeout"));
        var end = uart.Send(bytes);
        scheduler.Wait(Math.Min(end, deadline), $"{uart.Port} to send");
        if (deadline < end)
        {
            throw new TimeoutException();
        }
    }

    private static double BitsPerByte(object self)
    {
        var dataBits = DeviceFields.Get<int>(self, "_dataBits");
        var hasParity = DeviceFields.Get<int>(self, "_parity") != 0;
        var isRs485 = DeviceFields.Get<int>(self, "_mode") != 0;
        if (dataBits is not (7 or 8))
        {
            throw new NotSupportedException();
        }

        // The F4's UART has no frame of 7 bits or 9, nor a line for RS-485 drivers.
        if ((dataBits == 8) == hasParity || isRs485)
        {
            RequireModernUart();
        }

        var stopBits = DeviceFields.Get<int>(self, "_stopBits") switch { 2 => 2, 3 => 1.5, _ => 1 };
        return 1 + dataBits + (hasParity ? 1 : 0) + stopBits;
    }

    private static void RequireModernUart()
    {
        if (EmulatedBoard.Current.Description.Mcu.StartsWith("STM32F4", StringComparison.Ordinal))
        {
            throw new NotSupportedException();
        }
    }

    private static void RequireOpen(object self)
    {
        ObjectDisposedException.ThrowIf(DeviceFields.Get<bool>(self, "_disposed"), self);
        if (!DeviceFields.Get<bool>(self, "_opened"))
        {
            throw new InvalidOperationException();
        }
    }

    private static void CheckPart(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if ((uint)offset > buffer.Length || (uint)count > buffer.Length)
        {
            throw new InvalidOperationException();
        }

        if (offset + count > buffer.Length)
        {
            throw new ArgumentException(null, nameof(count));
        }
    }
}
