using System.Text;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Runtime.Threading;

namespace Earshot.Emulator.Natives;

/// <content>Reading.</content>
public static partial class SerialPort
{
    // GetLineFromRxBuffer compares no more than the last two characters of a line end.
    private const int LongestLineEnd = 2;

#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Bytes that wait.</summary>
    public static int get_BytesToRead(object self) => UartOf(self).BytesToRead;
#pragma warning restore IDE1006

    /// <summary>Waits for so many bytes and takes them.</summary>
    /// <exception cref="TimeoutException">They did not come in time; those that came wait on.</exception>
    public static int Read(object self, byte[] buffer, int offset, int count)
    {
        RequireOpen(self);
        CheckPart(buffer, offset, count);
        var uart = UartOf(self);
        if (uart.BytesToRead < count)
        {
            var deadline = ReadDeadline(self);
            uart.AwaitedBytes = count;
            while (uart.BytesToRead < count)
            {
                if (!uart.WaitForEvent(deadline) && uart.BytesToRead < count)
                {
                    uart.AwaitedBytes = 0;
                    throw new TimeoutException();
                }
            }
        }

        uart.Take(count).CopyTo(buffer, offset);
        return count;
    }

    /// <summary>Takes all that waits, as UTF-8; a text ends at a zero byte.</summary>
    public static string ReadExisting(object self)
    {
        RequireOpen(self);
        var uart = UartOf(self);
        return TextOf(uart.Take(uart.BytesToRead));
    }

    /// <summary>Waits for the end of a line and takes it.</summary>
    /// <returns>The text before the line end; null when its last character came without those before it.</returns>
    /// <exception cref="TimeoutException">It did not come in time; what came waits on.</exception>
    public static string? ReadLine(object self)
    {
        RequireOpen(self);
        var uart = UartOf(self);
        var end = Encoding.UTF8.GetBytes(DeviceFields.Get<string>(self, "_newLine"));
        if (TakeLine(uart, end) is { } waiting)
        {
            return waiting;
        }

        uart.LineEndByte = end[^1];
        var isThere = uart.WaitForEvent(ReadDeadline(self));
        uart.LineEndByte = 0;
        return isThere ? TakeLine(uart, end) : throw new TimeoutException();
    }

    private static long ReadDeadline(object self) =>
        DeadlineOf.Milliseconds(EmulatedBoard.Current.Scheduler, DeviceFields.Get<int>(self, "_readTimeout"));

    private static string? TakeLine(Uart uart, byte[] end)
    {
        var length = end.Length > LongestLineEnd ? -1 : uart.Peek().AsSpan().IndexOf(end);
        return length < 0 ? null : TextOf(uart.Take(length + end.Length).AsSpan(0, length));
    }

    private static string TextOf(ReadOnlySpan<byte> utf8)
    {
        var zero = utf8.IndexOf((byte)0);
        return Encoding.UTF8.GetString(zero < 0 ? utf8 : utf8[..zero]);
    }
}
