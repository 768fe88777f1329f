namespace Earshot;

/// <summary>Who tells the time; two who agree are to be believed sooner than one.</summary>
public enum TimeSource
{
    /// <summary>The LoRaWAN network, whose answer is authenticated.</summary>
    LoRaWan,

    /// <summary>An SNTP server.</summary>
    Sntp,

    /// <summary>An SNTP server that is asked when the first one is not to be believed by itself.</summary>
    SecondSntp,
}
