using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>Finds and loads ONNX Runtime's native library, which the build copies beside the managed assemblies.</summary>
internal static class NativeLibraryFile
{
    /// <summary>Loads the library by its full path: Windows ships another, older onnxruntime.dll in its system folder.</summary>
    /// <exception cref="DllNotFoundException">There is no such file beside the assemblies, or it does not load.</exception>
    internal static nint Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        return File.Exists(path)
            ? NativeLibrary.Load(path)
            : throw new DllNotFoundException(
                $"{path}: ONNX Runtime's native library is missing. Build the project again; the build copies it there.");
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.1.dylib"
        : "libonnxruntime.so.1";
}
