namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Turns the C API's status objects into exceptions.</summary>
internal static unsafe class NativeStatus
{
    /// <exception cref="OnnxRuntimeException">The status is an error; the message is the library's own.</exception>
    internal static void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }

        var code = (ErrorCode)NativeMethods.GetErrorCode(status);
        var message = Utf8.ToString(NativeMethods.GetErrorMessage(status));
        NativeMethods.ReleaseStatus(status);
        throw new OnnxRuntimeException(code, message);
    }
}
