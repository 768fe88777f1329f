using Earshot.Emulator.TestAdapter.Benches;
using Earshot.Emulator.TestAdapter.Discovery;
using Earshot.Emulator.TestAdapter.Running;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Earshot.Emulator.TestAdapter;

/// <summary>Runs device tests on emulated boards, one after another.</summary>
[ExtensionUri(DeviceTestAdapter.Address)]
public sealed class DeviceTestExecutor : ITestExecutor
{
    private volatile bool _isCancelled;

    /// <inheritdoc/>
    public void Cancel() => _isCancelled = true;

    /// <inheritdoc/>
    public void RunTests(IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle)
    {
        foreach (var source in sources ?? [])
        {
            Run(source, _ => true, frameworkHandle!);
        }
    }

    /// <inheritdoc/>
    public void RunTests(IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle)
    {
        foreach (var group in (tests ?? []).GroupBy(test => test.Source))
        {
            var names = group.Select(test => test.FullyQualifiedName).ToHashSet();
            Run(group.Key, test => names.Contains(test.FullName), frameworkHandle!);
        }
    }

    private void Run(string source, Func<DeviceTest, bool> isWanted, IFrameworkHandle handle)
    {
        try
        {
            var assembly = DeviceTestAssembly.Read(source);
            if (assembly.Classes.Count == 0)
            {
                return;
            }

            var bench = BenchFile.Beside(source);
            bench.RequireClasses(assembly.Classes.Select(tests => tests.Name));
            var application = TestClassRun.Load(source);
            foreach (var tests in assembly.Classes)
            {
                var wanted = tests.Tests.Where(isWanted).ToArray();
                if (wanted.Length == 0 || _isCancelled)
                {
                    continue;
                }

                var run = new TestClassRun(application, bench, tests, result => Report(source, result, handle));
                run.Run(wanted);
            }
        }
        catch (InputException exception)
        {
            handle.SendMessage(TestMessageLevel.Error, exception.Message);
        }
    }

    private static void Report(string source, DeviceTestResult result, IFrameworkHandle handle)
    {
        var test = TestCases.Create(source, result.Test);
        var reported = new TestResult(test)
        {
            Outcome = result.Verdict switch
            {
                DeviceTestVerdict.Passed => TestOutcome.Passed,
                DeviceTestVerdict.Skipped => TestOutcome.Skipped,
                _ => TestOutcome.Failed,
            },
            DisplayName = test.DisplayName,
            Duration = result.Duration,
            ErrorMessage = result.Message,
            ErrorStackTrace = result.Stack,
        };
        if (result.Console.Length > 0)
        {
            reported.Messages.Add(new TestResultMessage(TestResultMessage.StandardOutCategory, result.Console));
        }

        handle.RecordStart(test);
        handle.RecordEnd(test, reported.Outcome);
        handle.RecordResult(reported);
    }
}
