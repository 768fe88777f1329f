using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Tests;

/// <summary>What is wrong with an app is said when it is loaded.</summary>
public sealed class LoadingTests
{
    private static readonly string Scenarios = Path.Combine(AppContext.BaseDirectory, "scenarios", "Earshot.Scenarios.dll");

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
        Assert.Contains("does not exist", Rejects(Path.Combine(folder.Path, "none.dll")), StringComparison.Ordinal);
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
    public void WhatNanoClrDoesNotRunIsNamed(string problem) => Assert.Contains(
        problem,
        Rejects(Path.Combine(AppContext.BaseDirectory, "scenarios", "Earshot.Unsupported.dll")),
        StringComparison.Ordinal);

    private static string Rejects(string path) =>
        Assert.Throws<InputException>(() => DeviceApplication.Load(path, NativeMethodTable.Earshot)).Message;
}
