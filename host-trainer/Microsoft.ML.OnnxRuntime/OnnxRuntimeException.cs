using System;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>An error that ONNX Runtime reported; the message starts with its code.</summary>
public class OnnxRuntimeException : Exception
{
    internal OnnxRuntimeException(ErrorCode code, string message)
        : base($"[ErrorCode:{code}] {message}")
    {
    }
}
