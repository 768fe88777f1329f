namespace System.Device.Spi;

/// <summary>The chip select line belongs to another <see cref="SpiDevice"/>.</summary>
public class SpiDeviceAlreadyInUseException : Exception
{
    public override string ToString() => Message;
}
