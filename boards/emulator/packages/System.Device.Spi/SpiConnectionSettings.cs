using System.Device.Gpio;

namespace System.Device.Spi;

/// <summary>How to talk to one device on an SPI bus.</summary>
public sealed class SpiConnectionSettings
{
    // The firmware reads these fields by name: keep the names.
    private int _csLine;
    private int _clockFrequency = 500_000;
    private int _databitLength = 8;
    private SpiMode _spiMode = SpiMode.Mode0;
    private DataFlow _dataFlow = DataFlow.MsbFirst;
    private int _busId;
    private int _chipSelectLineActiveState;
    private SpiBusConfiguration _busConfiguration = SpiBusConfiguration.FullDuplex;

    /// <param name="busId">1 for SPI1.</param>
    /// <param name="chipSelectLine">The pin number, or -1 where the program drives the line itself.</param>
    public SpiConnectionSettings(int busId, int chipSelectLine = -1)
    {
        _busId = busId;
        _csLine = chipSelectLine;
    }

    internal SpiConnectionSettings(SpiConnectionSettings other)
    {
        _busId = other._busId;
        _csLine = other._csLine;
        _clockFrequency = other._clockFrequency;
        _databitLength = other._databitLength;
        _spiMode = other._spiMode;
        _dataFlow = other._dataFlow;
        _chipSelectLineActiveState = other._chipSelectLineActiveState;
        _busConfiguration = other._busConfiguration;
    }

    public int BusId
    {
        get => _busId;
        set => _busId = value;
    }

    public int ChipSelectLine
    {
        get => _csLine;
        set => _csLine = value;
    }

    public SpiMode Mode
    {
        get => _spiMode;
        set => _spiMode = value;
    }

    public int DataBitLength
    {
        get => _databitLength;
        set => _databitLength = value;
    }

    /// <summary>Hertz.</summary>
    public int ClockFrequency
    {
        get => _clockFrequency;
        set => _clockFrequency = value;
    }

    public DataFlow DataFlow
    {
        get => _dataFlow;
        set => _dataFlow = value;
    }

    public PinValue ChipSelectLineActiveState
    {
        get => _chipSelectLineActiveState;
        set => _chipSelectLineActiveState = (int)value;
    }

    public SpiBusConfiguration Configuration
    {
        get => _busConfiguration;
        set => _busConfiguration = value;
    }
}
