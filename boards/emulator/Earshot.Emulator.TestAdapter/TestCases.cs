using Earshot.Emulator.TestAdapter.Discovery;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace Earshot.Emulator.TestAdapter;

/// <summary>Device tests as the test platform's cases.</summary>
internal static class TestCases
{
    /// <summary>The case of a test.</summary>
    public static TestCase Create(string source, DeviceTest test) => new(test.FullName, DeviceTestAdapter.ExecutorUri, source)
    {
        DisplayName = test.DisplayName,
        CodeFilePath = test.File,
        LineNumber = test.Line,
    };
}
