using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Tests;

[NativeHalfOf("Earshot.Packages.Host")]
public static class PackageNatives
{
    public static string Scenario() => ScenarioNatives.Scenario();

    public static void Report(string text) => ScenarioNatives.Report(text);
}
