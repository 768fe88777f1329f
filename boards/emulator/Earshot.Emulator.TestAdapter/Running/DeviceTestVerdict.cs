namespace Earshot.Emulator.TestAdapter.Running;

/// <summary>How a test ended.</summary>
internal enum DeviceTestVerdict
{
    /// <summary>It returned.</summary>
    Passed,

    /// <summary>An assertion failed, an exception came through, or it did not end.</summary>
    Failed,

    /// <summary>It, or the setup of its class, threw nanoFramework's SkipTestException.</summary>
    Skipped,
}
