namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.IO.IOException: the error code of the firmware.</summary>
[ReplacesMembersOf(typeof(IOException))]
public static class IOExceptionMembers
{
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>The error code.</summary>
    public static IOExceptionErrorCode get_ErrorCode(IOException self) => (IOExceptionErrorCode)self.HResult;
#pragma warning restore IDE1006
}
