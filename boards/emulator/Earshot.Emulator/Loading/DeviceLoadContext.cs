using System.Reflection;
using System.Runtime.Loader;

namespace Earshot.Emulator.Loading;

/// <summary>The assemblies of one app.</summary>
internal sealed class DeviceLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, WovenAssembly> _woven;
    private readonly Dictionary<string, Assembly> _host;

    public DeviceLoadContext(IEnumerable<WovenAssembly> woven, IEnumerable<Assembly> host)
        : base("device", isCollectible: true)
    {
        _woven = woven.ToDictionary(assembly => assembly.Name);
        _host = host.ToDictionary(assembly => assembly.GetName().Name!);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_host.TryGetValue(assemblyName.Name!, out var host))
        {
            return host;
        }

        if (_woven.TryGetValue(assemblyName.Name!, out var woven))
        {
            using var image = new MemoryStream(woven.Image);
            using var symbols = woven.Symbols is { } present ? new MemoryStream(present) : null;
            return LoadFromStream(image, symbols);
        }

        return null;
    }
}
