using System.ComponentModel;
using Earshot.Emulator.TestAdapter.Discovery;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Earshot.Emulator.TestAdapter;

/// <summary>Finds the tests of assemblies that are written with nanoFramework.TestFramework.</summary>
[FileExtension(".dll")]
[DefaultExecutorUri(DeviceTestAdapter.Address)]
[Category("managed")]
public sealed class DeviceTestDiscoverer : ITestDiscoverer
{
    /// <inheritdoc/>
    public void DiscoverTests(
        IEnumerable<string> sources, IDiscoveryContext discoveryContext, IMessageLogger logger, ITestCaseDiscoverySink discoverySink)
    {
        foreach (var source in sources)
        {
            try
            {
                foreach (var test in DeviceTestAssembly.Read(source).Classes.SelectMany(tests => tests.Tests))
                {
                    discoverySink.SendTestCase(TestCases.Create(source, test));
                }
            }
            catch (InputException exception)
            {
                logger.SendMessage(TestMessageLevel.Error, exception.Message);
            }
        }
    }
}
