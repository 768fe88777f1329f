namespace Earshot.Emulator.Tests;

public sealed class ResourceTests
{
    [Fact]
    public void ResourcesAreReadAsTheyWereCompiled() => Assert.Equal(
        ["Häher", "10 19", "2 18", "IndexOutOfRangeException", "InvalidOperationException", "ArgumentException", "ArgumentException"],
        ScenarioRun.Reports("package resources"));
}
