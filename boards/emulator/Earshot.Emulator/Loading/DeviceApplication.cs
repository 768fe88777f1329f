using System.Reflection;

namespace Earshot.Emulator.Loading;

/// <summary>An app that is ready to be flashed: its assemblies, checked and rewritten. Any number of boards can run it.</summary>
public sealed class DeviceApplication
{
    private readonly IReadOnlyList<WovenAssembly> _assemblies;
    private readonly IReadOnlyList<Assembly> _host;
    private readonly string _entryType;
    private readonly string _entryMethod;

    private DeviceApplication(string path, IReadOnlyList<WovenAssembly> assemblies, NativeMethodTable natives, string type, string method)
    {
        Path = path;
        _assemblies = assemblies;
        _host = [.. natives.Assemblies.Append(ClassLibrary.Runtime).Distinct()];
        _entryType = type;
        _entryMethod = method;
    }

    /// <summary>The app's assembly file.</summary>
    public string Path { get; }

    /// <summary>Loads an app with all that it refers to.</summary>
    /// <param name="path">The assembly that has <c>Main</c>; its references lie beside it.</param>
    /// <param name="natives">The native halves that the firmware has.</param>
    /// <exception cref="InputException">Something is missing, or would not run on the board.</exception>
    public static DeviceApplication Load(string path, NativeMethodTable natives)
    {
        var assemblies = DeviceAssemblyReader.Read(path);
        var entry = assemblies[^1].EntryPoint ?? throw new InputException(
            path,
            "it has no Main method.",
            "Give the app's assembly rather than a library; an app has <OutputType>Exe</OutputType>.");
        var type = entry.DeclaringType.FullName.Replace('/', '+');
        var types = new DeviceTypes(assemblies);
        return new DeviceApplication(path, [.. assemblies.Select(assembly => Weaver.Weave(assembly, natives, types))], natives, type, entry.Name);
    }

    /// <summary>Loads a copy of the assemblies for one board.</summary>
    internal DeviceProgram Instantiate() => new(_assemblies, _host, _entryType, _entryMethod);
}
