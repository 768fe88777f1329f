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
        if (!File.Exists(path))
        {
            throw new DllNotFoundException(
                $"{path}: ONNX Runtime's native library is missing. Build the project again; the build copies it there.");
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException exception)
        {
            throw new DllNotFoundException($"{path}: ONNX Runtime's native library does not load. {Remedy}", exception);
        }
    }

    // A fresh Windows has no C++ runtime of Visual C++, and does not say that it is what is missing.
    private static string Remedy => OperatingSystem.IsWindows()
        ? "It needs Microsoft's Visual C++ runtime: winget install Microsoft.VCRedist.2015+.x64 (on Arm: .arm64)."
        : "Build the project again on this machine; the library must fit its processor and its C library.";

    private static string FileName =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.1.dylib"
        : "libonnxruntime.so.1";
}
