namespace Earshot.Emulator.Radio;

/// <summary>What goes wrong with a downlink.</summary>
public enum DownlinkFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A bit of the frame flips on the air: the device's modem rejects it.</summary>
    OnAir,

    /// <summary>A bit of the payload flips before it is encrypted: it arrives, authentic, with the wrong content.</summary>
    Content,
}
