namespace Earshot.Emulator.TestAdapter.Discovery;

/// <summary>A class with tests.</summary>
/// <param name="Name">Its name, with its namespace.</param>
/// <param name="Setups">Methods that run before its tests.</param>
/// <param name="Tests">Its tests in the order in which nanoFramework's launcher runs them: those without data rows come first.</param>
/// <param name="Cleanups">Methods that run after its tests.</param>
internal sealed record DeviceTestClass(
    string Name, IReadOnlyList<string> Setups, IReadOnlyList<DeviceTest> Tests, IReadOnlyList<string> Cleanups);
