using System.Reflection;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>An app that is ready to be flashed: its assemblies, checked and rewritten. Any number of boards can run it.</summary>
public sealed class DeviceApplication
{
    private readonly DeviceProgram _program;
    private readonly Action<Assembly> _main;

    private DeviceApplication(string path, DeviceProgram program, Action<Assembly> main)
    {
        Path = path;
        _program = program;
        _main = main;
    }

    /// <summary>The app's assembly file.</summary>
    public string Path { get; }

    /// <summary>Loads an app with all that it refers to.</summary>
    /// <param name="path">The assembly that has <c>Main</c>; its references lie beside it.</param>
    /// <param name="natives">The native halves that the firmware has.</param>
    /// <param name="watched">Methods whose calls the board tells of, such as <c>Earshot.LabelQueue::Enqueue</c>.</param>
    /// <exception cref="InputException">Something is missing, or would not run on the board.</exception>
    public static DeviceApplication Load(string path, NativeMethodTable natives, params string[] watched)
    {
        var assemblies = DeviceAssemblyReader.Read(path);
        var entry = assemblies[^1].EntryPoint ?? throw new InputException(
            path,
            "it has no Main method.",
            "Give the app's assembly rather than a library; an app has <OutputType>Exe</OutputType>.");
        var type = entry.DeclaringType.FullName.Replace('/', '+');
        return new DeviceApplication(path, Weave(assemblies, natives, watched), assembly => DeviceProgram.Invoke(assembly, type, entry.Name));
    }

    /// <summary>Loads an assembly without <c>Main</c>, with its symbols; <see cref="WithMain"/> says what it does.</summary>
    /// <param name="path">The assembly; its references lie beside it.</param>
    /// <param name="natives">The native halves that the firmware has.</param>
    /// <exception cref="InputException">Something is missing, or would not run on the board.</exception>
    public static DeviceApplication LoadLibrary(string path, NativeMethodTable natives) =>
        new(path, Weave(DeviceAssemblyReader.Read(path, withSymbols: true), natives, []), _ => { });

    /// <summary>The same app with other work on its main thread: host code, which costs no virtual time, calling device code.</summary>
    /// <param name="main">What it does with the app's assembly.</param>
    public DeviceApplication WithMain(Action<Assembly> main) => new(Path, _program, main);

    /// <summary>The static fields that a board begins with after a start.</summary>
    internal object[] CreateStatics() => _program.CreateStatics();

    /// <summary>What a board's main thread does after a start.</summary>
    internal void Run() => _program.Run(_main);

    private static DeviceProgram Weave(IReadOnlyList<AssemblyDefinition> assemblies, NativeMethodTable natives, string[] watched)
    {
        var methods = assemblies.SelectMany(assembly => assembly.MainModule.GetTypes()).SelectMany(type => type.Methods).Select(MethodWatch.NameOf);
        if (watched.Except(methods).FirstOrDefault() is { } unknown)
        {
            throw new InputException(assemblies[^1].Name.Name, $"it has no method {unknown} that could be watched.", "Name a type with its namespace, two colons and a method.");
        }

        var types = new DeviceTypes(assemblies);
        var statics = new BoardStatics(assemblies);
        List<WovenAssembly> woven = [.. assemblies.Select(assembly => Weaver.Weave(assembly, natives, types, statics, watched))];
        return new DeviceProgram(woven, natives.Assemblies.Append(ClassLibrary.Runtime).Distinct());
    }
}
