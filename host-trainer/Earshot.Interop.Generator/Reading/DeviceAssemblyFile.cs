using Mono.Cecil;

namespace Earshot.Interop.Generator.Reading;

/// <summary>Opens a compiled device assembly.</summary>
internal static class DeviceAssemblyFile
{
    /// <summary>Reads it from memory, so that a build can replace the file meanwhile.</summary>
    /// <exception cref="InputException">There is no such file, or it is not a device assembly.</exception>
    public static AssemblyDefinition Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(path, "the assembly does not exist.", "Build the project, or correct the path.");
        }

        AssemblyDefinition assembly;
        try
        {
            assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or ArgumentException)
        {
            throw new InputException(path, "it is not a .NET assembly.", "Give the .dll that the compiler wrote, not the .pe.", exception);
        }

        var reference = assembly.MainModule.AssemblyReferences.FirstOrDefault(reference => reference.Name == "mscorlib");
        if (assembly.Name.Name != "mscorlib" && reference is not { Version.Major: 1 })
        {
            assembly.Dispose();
            throw new InputException(path, "it is not compiled against nanoFramework's mscorlib 1.x.", "Give the assembly of a device project.");
        }

        return assembly;
    }
}
