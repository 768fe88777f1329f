using System.Reflection;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Loading;

/// <summary>
/// An app as .NET has loaded it: one copy of the code for all boards, because compiling it takes longer than many minutes of virtual
/// time. What tells boards apart is the objects with their static fields.
/// </summary>
internal sealed class DeviceProgram
{
    private readonly IReadOnlyList<LoadedAssembly> _assemblies;

    public DeviceProgram(IReadOnlyList<WovenAssembly> assemblies, IEnumerable<Assembly> host)
    {
        var context = new DeviceLoadContext(assemblies, host);
        _assemblies = [.. assemblies.Select(woven => new LoadedAssembly(context.LoadFromAssemblyName(new AssemblyName(woven.Name)), woven))];
    }

    /// <summary>The static fields that a board begins with after a start, by assembly.</summary>
    public object[] CreateStatics() => [.. _assemblies.Select(assembly => assembly.CreateStatics())];

    /// <summary>What a board does after a start: every static constructor, then <c>Main</c>. Called on the main thread.</summary>
    /// <param name="main">What its main thread does, with the app's assembly.</param>
    public void Run(Action<Assembly> main)
    {
        var meter = ThreadMeter.Current;
        for (var index = 0; index < _assemblies.Count; index++)
        {
            meter.Heap?.Load(_assemblies[index], ThreadMeter.StaticsOf(meter, index));
            foreach (var construct in _assemblies[index].StaticConstructors)
            {
                construct();
            }
        }

        main(_assemblies[^1].Assembly);
    }

    /// <summary>Calls a static method of device code.</summary>
    public static void Invoke(Assembly assembly, string type, string method)
    {
        var target = assembly.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        object?[]? arguments = target.GetParameters().Length == 0 ? null : [Array.Empty<string>()];
        target.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }
}
