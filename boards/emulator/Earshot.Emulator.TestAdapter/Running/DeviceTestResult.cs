using Earshot.Emulator.TestAdapter.Discovery;

namespace Earshot.Emulator.TestAdapter.Running;

/// <summary>What became of a test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Duration">Virtual time that it took.</param>
/// <param name="Message">Why it failed or was skipped, with the virtual time; null when it passed.</param>
/// <param name="Stack">The device's frames, innermost first; null when there are none.</param>
/// <param name="Console">What was printed meanwhile.</param>
internal sealed record DeviceTestResult(
    DeviceTest Test, DeviceTestVerdict Verdict, TimeSpan Duration, string? Message, string? Stack, string Console);
