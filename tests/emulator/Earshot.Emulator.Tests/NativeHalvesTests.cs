using Earshot.Emulator.Loading;
using Mono.Cecil;

namespace Earshot.Emulator.Tests;

/// <summary>Every native method of the packages has its half, so that any app that uses them loads.</summary>
public sealed class NativeHalvesTests
{
    public static TheoryData<string> Packages =>
    [
        "System.Device.Adc", "System.Device.Gpio", "System.Device.Spi", "System.IO.FileSystem", "System.IO.Ports", "System.IO.Streams",
        "System.Math", "nanoFramework.Networking.Sntp", "nanoFramework.ResourceManager", "nanoFramework.Runtime.Events",
        "nanoFramework.System.Collections", "nanoFramework.System.Text",
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void NoNativeMethodIsMissing(string package)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, "packages", package + ".dll"));
        var missing = assembly.MainModule.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.IsInternalCall && NativeMethodTable.Earshot.Find(method) is null)
            .Select(method => method.FullName);
        Assert.Equal([], missing);
    }
}
