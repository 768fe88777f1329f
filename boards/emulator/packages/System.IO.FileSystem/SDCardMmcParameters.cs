namespace nanoFramework.System.IO.FileSystem;

/// <summary>A card on the chip's SD interface.</summary>
public class SDCardMmcParameters
{
    public uint slotIndex;
    public SDCard.SDDataWidth dataWidth;
}
