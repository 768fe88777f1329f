using System.Reflection;
using System.Runtime.Loader;

namespace Earshot.Emulator.Loading;

/// <summary>
/// The assemblies of one board. Each board loads its own copies, so that static fields of device code belong to that board.
/// </summary>
internal sealed class DeviceLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, byte[]> _woven;
    private readonly Dictionary<string, Assembly> _host;

    public DeviceLoadContext(IEnumerable<WovenAssembly> woven, IEnumerable<Assembly> host)
        : base("device", isCollectible: true)
    {
        _woven = woven.ToDictionary(assembly => assembly.Name, assembly => assembly.Image);
        _host = host.ToDictionary(assembly => assembly.GetName().Name!);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_host.TryGetValue(assemblyName.Name!, out var host))
        {
            return host;
        }

        if (_woven.TryGetValue(assemblyName.Name!, out var image))
        {
            using var stream = new MemoryStream(image);
            return LoadFromStream(stream);
        }

        return null;
    }
}
