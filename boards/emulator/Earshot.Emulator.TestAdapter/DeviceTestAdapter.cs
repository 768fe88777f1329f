namespace Earshot.Emulator.TestAdapter;

/// <summary>What the test platform knows the adapter by.</summary>
internal static class DeviceTestAdapter
{
    /// <summary>The executor's address.</summary>
    public const string Address = "executor://earshot/emulated-board/v1";

    /// <summary>The same as a <see cref="Uri"/>.</summary>
    public static readonly Uri ExecutorUri = new(Address);
}
