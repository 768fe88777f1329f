namespace nanoFramework.System.IO.FileSystem;

/// <summary>A card on an SPI bus.</summary>
public class SDCardSpiParameters
{
    public uint slotIndex;
    public uint spiBus;
    public uint chipSelectPin;
}
