namespace Earshot;

/// <summary>What became of a downlink.</summary>
public enum DownlinkResult
{
    /// <summary>It is in force, and stored.</summary>
    Applied = 0,

    /// <summary>It has too few or too many bytes for its kind; nothing was changed.</summary>
    WrongLength = 1,

    /// <summary>Its version is not the one that this app knows; nothing was changed.</summary>
    UnknownVersion = 2,

    /// <summary>Its kind is not one that this app knows; nothing was changed.</summary>
    UnknownKind = 3,

    /// <summary>A value is out of its range; nothing was changed.</summary>
    OutOfRange = 4,

    /// <summary>It is in force until the next reset, because storage does not work.</summary>
    NotStored = 5,
}
