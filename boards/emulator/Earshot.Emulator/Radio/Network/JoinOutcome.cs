namespace Earshot.Emulator.Radio;

/// <summary>What the network did with a join request. A device learns of acceptance only.</summary>
public enum JoinOutcome
{
    /// <summary>A session has begun.</summary>
    Accepted,

    /// <summary>The network is set to refuse.</summary>
    Refused,

    /// <summary>No such device.</summary>
    UnknownDevice,

    /// <summary>The code was made with another key.</summary>
    WrongKey,

    /// <summary>The nonce has been used before.</summary>
    UsedNonce,
}
