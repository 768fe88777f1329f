using Earshot.Emulator.Loading;
using Mono.Cecil;

namespace Earshot.Emulator.Tests;

/// <summary>What is wrong with an app is said when it is loaded.</summary>
public sealed class LoadingTests
{
    private static readonly string Scenarios = Path.Combine(AppContext.BaseDirectory, "scenarios", "Earshot.Scenarios.dll");

    private static readonly string Unsupported = Path.Combine(AppContext.BaseDirectory, "scenarios", "Earshot.Unsupported.dll");

    [Fact]
    public void AnUnknownNativeMethodIsNamed()
    {
        var error = Rejects(Scenarios);
        Assert.Contains("System.Void Earshot.Scenarios.Host::Report(System.String) has no native half", error, StringComparison.Ordinal);
        Assert.Contains("System.String Earshot.Scenarios.Host::Scenario() has no native half", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingAssemblyIsNamed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("Earshot.Scenarios.dll", File.ReadAllBytes(Scenarios));
        Assert.Contains("it refers to Earshot 1.0.0.0, which is not in", Rejects(path), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAssemblyForDesktopNetIsRejected() => Assert.Contains(
        "it is made for desktop .NET: it refers to System.Runtime 10.0.0.0",
        Rejects(typeof(LoadingTests).Assembly.Location),
        StringComparison.Ordinal);

    [Fact]
    public void AFileThatIsNoAssemblyIsRejected()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("not a .NET assembly", Rejects(folder.File("app.dll", [1, 2, 3])), StringComparison.Ordinal);
        Assert.Contains("not a .NET assembly", Rejects(folder.File("empty.dll", [])), StringComparison.Ordinal);
        var cut = File.ReadAllBytes(Scenarios)[..700];
        Assert.Contains("not a .NET assembly", Rejects(folder.File("cut.dll", cut)), StringComparison.Ordinal);
        Assert.Contains("does not exist", Rejects(Path.Combine(folder.FullPath, "none.dll")), StringComparison.Ordinal);
    }

    [Fact]
    public void ALibraryIsNotAnApp() => Assert.Contains(
        "it has no Main method",
        Rejects(Path.Combine(AppContext.BaseDirectory, "device", "Earshot.dll")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("an array of more than one dimension")]
    [InlineData("stackalloc")]
    [InlineData("the generic type System.Func`2<System.Int32,System.Int32>")]
    [InlineData("Earshot.Unsupported.Program/Box`1 is generic")]
    [InlineData("T Earshot.Unsupported.Program::Same(T) is generic")]
    [InlineData("Earshot.Unsupported.Program::Fixed(System.Byte[]) uses a pointer")]
    [InlineData("Earshot.Unsupported.Program::First(System.Byte*) uses a pointer")]
    [InlineData("Earshot.Unsupported.Program::Tell uses the generic type System.Action`1<System.Int32>")]
    [InlineData("Earshot.Unsupported.Program::Grid uses an array of more than one dimension")]
    public void WhatNanoClrDoesNotRunIsNamed(string problem) => Assert.Contains(
        problem,
        Rejects(Unsupported),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 65_000 }, null)]
    [InlineData(new[] { 70_000 }, "an array initialiser has 70000 bytes of data")]
    [InlineData(new[] { 40_000, 40_000 }, "its array initialisers have 80000 bytes of data together")]
    public void ArrayDataOf64KiBIsNamed(int[] sizes, string? problem)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Unsupported)!, "*.dll"))
        {
            folder.File(Path.GetFileName(file), File.ReadAllBytes(file));
        }

        var path = Path.Combine(folder.FullPath, Path.GetFileName(Unsupported));
        using (var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(path))))
        {
            foreach (var size in sizes)
            {
                AddTable(assembly.MainModule, size);
            }

            assembly.Write(path);
        }

        // Everything else in it is refused, too.
        var error = Rejects(path);
        Assert.Equal(problem is not null, error.Contains("bytes of data", StringComparison.Ordinal));
        Assert.Contains(problem ?? "uses a pointer", error, StringComparison.Ordinal);
    }

    // As the compiler lays down the data of an array initialiser.
    private static void AddTable(ModuleDefinition module, int size)
    {
        var value = new TypeReference("System", "ValueType", module, module.TypeSystem.CoreLibrary);
        var shape = new TypeDefinition("", $"Size{module.Types.Count}", TypeAttributes.Sealed | TypeAttributes.ExplicitLayout, value) { PackingSize = 1, ClassSize = size };
        module.Types.Add(shape);
        module.GetType("Earshot.Unsupported.Program").Fields.Add(
            new FieldDefinition($"Table{module.Types.Count}", FieldAttributes.Static | FieldAttributes.HasFieldRVA, shape) { InitialValue = new byte[size] });
    }

    private static string Rejects(string path) =>
        Assert.Throws<InputException>(() => DeviceApplication.Load(path, NativeMethodTable.Earshot)).Message;
}
