namespace nanoFramework.System.IO.FileSystem;

/// <summary>The pin that tells whether a card is in its slot.</summary>
public class CardDetectParameters
{
    public bool enableCardDetectPin;
    public bool cardDetectedState;
    public uint cardDetectPin;
    public bool autoMount;
}
