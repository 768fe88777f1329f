using Earshot.TestSupport;

namespace Earshot.Interop.Generator.Tests;

/// <summary>What is no device assembly with native methods.</summary>
public sealed class BadAssemblyTests : IDisposable
{
    private const string Native =
        "public static class A { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] public static extern int Run(); }";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_file() => Refused(Path.Combine(_folder.FullPath, "none.dll"), "does not exist");

    [Fact]
    public void Not_an_assembly()
    {
        var path = Path.Combine(_folder.FullPath, "text.dll");
        File.WriteAllText(path, "NFMRK1");
        Refused(path, "not a .NET assembly");
    }

    [Fact]
    public void Desktop_assembly() => Refused(typeof(NativeAssembly).Assembly.Location, "mscorlib 1.x");

    [Fact]
    public void No_native_method() =>
        Refused(DeviceAssemblies.CompileNative(_folder, "Managed", "public class A { public int Run() => 1; }"), "no native method");

    [Fact]
    public void No_native_version() => Refused(DeviceAssemblies.Compile(_folder, "Unversioned", Native), "AssemblyNativeVersion");

    private static void Refused(string path, string problem)
    {
        var error = Assert.Throws<InputException>(() => NativeAssembly.Read(path));
        Assert.Equal(path, error.Origin);
        Assert.Contains(problem, error.Problem);
    }
}
