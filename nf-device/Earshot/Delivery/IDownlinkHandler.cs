namespace Earshot;

/// <summary>Takes what the network tells the node.</summary>
public interface IDownlinkHandler
{
    /// <summary>Takes a downlink, whatever is in it. Does not throw.</summary>
    void Take(Downlink downlink);
}
