using System.Reflection;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Loading;

/// <summary>One board's copy of an app. Each start begins with new static fields, as after a reset of the chip.</summary>
internal sealed class DeviceProgram
{
    private readonly IReadOnlyList<WovenAssembly> _assemblies;
    private readonly DeviceLoadContext _context;
    private readonly Action<Assembly> _main;
    private readonly List<Assembly> _loaded = [];
    private FieldInfo[] _statics = [];
    private int _searched;

    public DeviceProgram(IReadOnlyList<WovenAssembly> assemblies, IReadOnlyList<Assembly> host, Action<Assembly> main)
    {
        _assemblies = assemblies;
        _context = new DeviceLoadContext(assemblies, host);
        _main = main;
    }

    /// <summary>What the board does after a start: every static constructor, then <c>Main</c>. Called on the main thread.</summary>
    public void Run()
    {
        foreach (var woven in _assemblies)
        {
            var assembly = _context.LoadFromAssemblyName(new AssemblyName(woven.Name));
            if (!_loaded.Contains(assembly))
            {
                _loaded.Add(assembly);
            }

            ThreadMeter.Current.Heap?.Load(assembly, woven);
            foreach (var type in woven.StaticConstructors)
            {
                Invoke(assembly, type, Weaver.StaticConstructor);
            }
        }

        _main(_loaded[^1]);
    }

    /// <summary>
    /// Clears every static field. The assemblies stay loaded: compiling them anew would make a start cost more than an hour of
    /// virtual time.
    /// </summary>
    public void Forget()
    {
        // A start that was cut short may have loaded a part only.
        if (_searched < _loaded.Count)
        {
            _statics = [.. _loaded.SelectMany(assembly => assembly.GetTypes()).SelectMany(StaticsOf)];
            _searched = _loaded.Count;
        }

        foreach (var field in _statics)
        {
            field.SetValue(null, null);
        }
    }

    // Constants and the data of array initialisers lie in the image; the weaver has made every other field writable.
    private static IEnumerable<FieldInfo> StaticsOf(Type type) => type
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(field => (field.Attributes & (FieldAttributes.Literal | FieldAttributes.HasFieldRVA | FieldAttributes.InitOnly)) == 0);

    /// <summary>Calls a static method of device code.</summary>
    public static void Invoke(Assembly assembly, string type, string method)
    {
        var target = assembly.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        object?[]? arguments = target.GetParameters().Length == 0 ? null : [Array.Empty<string>()];
        target.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }
}
