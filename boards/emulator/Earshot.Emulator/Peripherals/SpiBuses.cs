using System.Globalization;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>The board's SPI buses.</summary>
public sealed class SpiBuses : IResettable
{
    /// <summary>Buses, numbered from 1 (NUM_SPI_BUSES of the firmware).</summary>
    public const int Count = 5;

    /// <summary>Devices that can be open on one bus (MAX_SPI_DEVICES of the firmware).</summary>
    public const int DevicesPerBus = 5;

    private const byte OpenLine = 0xFF;

    private readonly EmulatedBoard _board;
    private readonly Dictionary<(int Bus, int ChipSelect), ISpiPartner> _partners = [];
    private readonly Dictionary<int, SpiDeviceSettings> _open = [];
    private int _lastHandle;

    internal SpiBuses(EmulatedBoard board) => _board = board;

    /// <summary>The fastest clock, in hertz: half of the core's.</summary>
    public int MaximumFrequency => (int)(_board.Description.ClockHertz / 2);

    /// <summary>The slowest clock, in hertz: the prescaler divides by 128 more.</summary>
    public int MinimumFrequency => MaximumFrequency / 128;

    /// <summary>Wires something to a bus.</summary>
    /// <param name="bus">From 1.</param>
    /// <param name="chipSelect">The pin of its chip-select line, such as PB6.</param>
    /// <param name="partner">What is there.</param>
    public void Connect(int bus, string chipSelect, ISpiPartner partner)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bus, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bus, Count);
        _partners[(bus, Gpio.NumberOf(chipSelect))] = partner;
    }

    /// <summary>Every device closes.</summary>
    public void Reset(ResetCause cause) => _open.Clear();

    /// <summary>Opens a device and gives its handle.</summary>
    /// <exception cref="ArgumentException">There is no such bus or pin.</exception>
    /// <exception cref="NotSupportedException">The chip-select line is in use.</exception>
    /// <exception cref="IndexOutOfRangeException">The bus has as many devices as the firmware allows.</exception>
    internal int Open(SpiDeviceSettings settings)
    {
        if (settings.Bus is < 1 or > Count || settings.ChipSelect is < -1 or >= Gpio.PinCount)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"SPI{settings.Bus}"));
        }

        var onBus = _open.Values.Where(device => device.Bus == settings.Bus).ToList();
        if (onBus.Any(device => device.ChipSelect == settings.ChipSelect))
        {
            throw new NotSupportedException();
        }

        if (onBus.Count == DevicesPerBus)
        {
            throw new IndexOutOfRangeException();
        }

        if (settings.ChipSelect >= 0)
        {
            var pin = _board.Gpio.Pin(settings.ChipSelect);
            pin.SetMode(GpioMode.Output);
            pin.Write(!settings.IsActiveHigh);
        }

        _open.Add(++_lastHandle, settings);
        return _lastHandle;
    }

    internal void Close(int handle)
    {
        if (_open.Remove(handle, out var settings) && settings.ChipSelect >= 0)
        {
            _board.Gpio.Pin(settings.ChipSelect).Free();
        }
    }

    /// <summary>Clocks bytes out and in.</summary>
    internal void Transfer(int handle, ReadOnlySpan<byte> written, Span<byte> read, bool isFullDuplex)
    {
        var settings = _open[handle];
        var clocks = 8L * (isFullDuplex ? Math.Max(written.Length, read.Length) : written.Length + read.Length);
        Select(settings, isActive: true);
        Spend(clocks * VirtualTime.Second / FrequencyOf(settings));
        read.Fill(OpenLine);
        _partners.GetValueOrDefault((settings.Bus, settings.ChipSelect))
            ?.Transfer(_board.Scheduler.Now, written, read, isFullDuplex);
        Select(settings, isActive: false);
        _board.Trace.Write(
            string.Create(CultureInfo.InvariantCulture, $"SPI{settings.Bus}"),
            $"wrote {Convert.ToHexString(written)} read {Convert.ToHexString(read)}");
    }

    // Other threads run during a transfer that is longer than their quantum, as in the firmware; otherwise the core waits.
    private void Spend(long nanoseconds)
    {
        if (nanoseconds > Scheduler.Quantum)
        {
            _board.Scheduler.Wait(_board.Scheduler.Now + nanoseconds, "an SPI transfer");
        }
        else
        {
            _board.Scheduler.Spend(nanoseconds, "an SPI transfer");
        }
    }

    // The prescaler halves: the next clock that is not faster than asked for.
    private long FrequencyOf(SpiDeviceSettings settings)
    {
        var frequency = MaximumFrequency;
        while (frequency > settings.Frequency && frequency > MinimumFrequency)
        {
            frequency /= 2;
        }

        return frequency;
    }

    private void Select(SpiDeviceSettings settings, bool isActive)
    {
        if (settings.ChipSelect >= 0)
        {
            _board.Gpio.Pin(settings.ChipSelect).Write(isActive == settings.IsActiveHigh);
        }
    }
}
