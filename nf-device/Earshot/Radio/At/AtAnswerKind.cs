namespace Earshot;

/// <summary>What a line from a LoRaWAN modem says, whichever modem it is.</summary>
public enum AtAnswerKind
{
    /// <summary>Nothing that matters: an echo, a banner, noise.</summary>
    None,

    /// <summary>The command is taken.</summary>
    Accepted,

    /// <summary>The command is wrong or cannot be done.</summary>
    Refused,

    /// <summary>The modem is at work on something else.</summary>
    Busy,

    /// <summary>The duty cycle allows no transmission for <see cref="AtAnswer.Number"/> milliseconds.</summary>
    Restricted,

    /// <summary>The modem has no session.</summary>
    NotJoined,

    /// <summary>The payload is too long for the data rate.</summary>
    TooLong,

    /// <summary>A session has begun.</summary>
    Joined,

    /// <summary>No join accept came.</summary>
    JoinFailed,

    /// <summary>The transmission and its receive windows are over.</summary>
    Done,

    /// <summary>The network has acknowledged the uplink.</summary>
    Acknowledged,

    /// <summary>The network has not acknowledged the uplink.</summary>
    NotAcknowledged,

    /// <summary>A frame of the network was received, perhaps with nothing in it for the node.</summary>
    Heard,

    /// <summary>A downlink, in <see cref="AtAnswer.Received"/>.</summary>
    Received,

    /// <summary>The network has told the time; the modem's clock shows it now.</summary>
    TimeSet,

    /// <summary>The modem's clock, in <see cref="AtAnswer.Time"/>.</summary>
    Time,

    /// <summary>A link check: margin in dB and the number of gateways.</summary>
    Link,

    /// <summary>The most bytes that a payload may have, in <see cref="AtAnswer.Number"/>.</summary>
    MaximumLength,

    /// <summary>The data rate, in <see cref="AtAnswer.Number"/>.</summary>
    DataRate,

    /// <summary>The modem sleeps from now on.</summary>
    Asleep,

    /// <summary>The modem has started anew: settings that it does not keep and its session are gone.</summary>
    Restarted,
}
