using System.Reflection;
using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary>Finds the shared library beside the program, under the name that each system gives it.</summary>
internal static class NativeModule
{
    public const string Name = "earshot";

    private static string FileName =>
        OperatingSystem.IsWindows() ? "libearshot.dll" : OperatingSystem.IsMacOS() ? "libearshot.dylib" : "libearshot.so";

    public static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeModule).Assembly, Resolve);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Name)
        {
            return IntPtr.Zero;
        }

        foreach (var folder in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(assembly.Location) })
        {
            if (!string.IsNullOrEmpty(folder) && NativeLibrary.TryLoad(Path.Combine(folder, FileName), out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(
            $"{FileName} was not found in {AppContext.BaseDirectory} or does not fit this processor. " +
            "Build host-trainer/Earshot.Native again; it compiles the C module for this machine.");
    }
}
