namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.IO.IOException.IOExceptionErrorCode of the class library: what the firmware's file systems report.</summary>
[Replaces("System.IO.IOException/IOExceptionErrorCode")]
public enum IOExceptionErrorCode
{
    /// <summary>Anything else, such as a full drive.</summary>
    Others = -536870912,

    /// <summary>There is no such drive.</summary>
    InvalidDriver = -520093696,

    /// <summary>There is no such file.</summary>
    FileNotFound = -503316480,

    /// <summary>There is no such folder.</summary>
    DirectoryNotFound = -486539264,

    /// <summary>There is no such volume.</summary>
    VolumeNotFound = -469762048,

    /// <summary>The path has too many characters.</summary>
    PathTooLong = -452984832,

    /// <summary>The folder has something in it.</summary>
    DirectoryNotEmpty = -436207616,

    /// <summary>It may not be done.</summary>
    UnauthorizedAccess = -419430400,

    /// <summary>It is there already.</summary>
    PathAlreadyExists = -402653184,

    /// <summary>Too many files are open.</summary>
    TooManyOpenHandles = -385875968,
}
