using Earshot.Emulator.TestAdapter.Benches;
using Earshot.Emulator.TestAdapter.Discovery;
using Earshot.Emulator.TestAdapter.Running;

namespace Earshot.Emulator.Tests.DeviceTests;

/// <summary>Device tests that fail in every way, run by the adapter.</summary>
public sealed class TestClassRunTests
{
    private static readonly string AssemblyPath = Path.Combine(AppContext.BaseDirectory, "misbehaving", "Earshot.Misbehaving.dll");

    private static readonly Lazy<Dictionary<string, DeviceTestResult>> Ran = new(() => Run().ToDictionary(result => result.Test.DisplayName));

    [Fact]
    public void EveryTestAndEveryRowHasOneResult()
    {
        var found = DeviceTestAssembly.Read(AssemblyPath).Classes.SelectMany(tests => tests.Tests).Select(test => test.DisplayName);
        Assert.Equal(found.Order(), Ran.Value.Keys.Order());
        Assert.Equal(14, Ran.Value.Count);
    }

    [Fact]
    public void WhatIsPrintedBelongsToItsTest()
    {
        var result = Result("FailingTests.Passes");
        Assert.Equal(DeviceTestVerdict.Passed, result.Verdict);
        Assert.Equal("from the test\n", result.Console);
    }

    [Fact]
    public void AFailedAssertionTellsTimeFileAndLine()
    {
        var result = Result("FailingTests.FailsAnAssertion");
        Assert.Equal(DeviceTestVerdict.Failed, result.Verdict);
        Assert.StartsWith("1.50", result.Message, StringComparison.Ordinal);
        Assert.Contains("assertion failed", result.Message, StringComparison.Ordinal);
        Assert.Contains("<6>", result.Message, StringComparison.Ordinal);
        var lines = result.Stack!.Split(Environment.NewLine);
        Assert.Matches(@"^   at Earshot\.Misbehaving\.FailingTests\.Inner\(Int32 number\) in .*FailingTests\.cs:line 74$", lines[0]);
        Assert.Contains("FailsAnAssertion() in ", lines[1], StringComparison.Ordinal);
        Assert.InRange(result.Duration.TotalSeconds, 1.5, 1.6);
    }

    [Fact]
    public void ASkippedTestSaysWhy()
    {
        var result = Result("FailingTests.IsSkipped");
        Assert.Equal((DeviceTestVerdict.Skipped, "there is no radio here"), (result.Verdict, result.Message));
        var skipped = Result("SkippedTests.NeverRuns");
        Assert.Equal((DeviceTestVerdict.Skipped, "in Prepare: not on this board"), (skipped.Verdict, skipped.Message));
    }

    [Fact]
    public void ThereIsNoInstanceAsOnTheBoard() =>
        Assert.Contains("System.NullReferenceException", Failure("FailingTests.UsesAnInstanceThatIsNotThere"), StringComparison.Ordinal);

    [Fact]
    public void ATestThatHangsIsEndedWithItsStack()
    {
        var result = Result("FailingTests.RunsForEver");
        Assert.Contains("did not end within 10 s of virtual time", result.Message, StringComparison.Ordinal);
        Assert.Contains("FailingTests.RunsForEver()", result.Stack, StringComparison.Ordinal);
    }

    [Fact]
    public void ATestThatWaitsForWhatCannotComeIsEnded() =>
        Assert.Contains("waits for ever", Failure("FailingTests.WaitsForEver"), StringComparison.Ordinal);

    [Fact]
    public void AnExceptionInAnotherThreadFailsTheTest()
    {
        var message = Failure("FailingTests.ThrowsInAnotherThread");
        Assert.Contains("System.InvalidOperationException in thread", message, StringComparison.Ordinal);
        Assert.Contains("elsewhere", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneRowFailsAlone()
    {
        Assert.Equal(DeviceTestVerdict.Passed, Result("FailingTests.FailsInOneRow(1, \"one\")").Verdict);
        Assert.Equal(DeviceTestVerdict.Failed, Result("FailingTests.FailsInOneRow(2, \"three\")").Verdict);
    }

    [Fact]
    public void AFailedSetupFailsEveryTest()
    {
        Assert.Contains("in Prepare", Failure("BadSetupTests.First"), StringComparison.Ordinal);
        Assert.Contains("in Prepare", Failure("BadSetupTests.Second"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFailedCleanupFailsTheLastTest()
    {
        Assert.Equal(DeviceTestVerdict.Passed, Result("BadCleanupTests.First").Verdict);
        Assert.Contains("left over", Failure("BadCleanupTests.Last"), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoRunsGiveTheSame()
    {
        var again = Run();
        Assert.All(again, result => Assert.Equal(Ran.Value[result.Test.DisplayName], result));
    }

    private static DeviceTestResult Result(string name) => Ran.Value[$"Earshot.Misbehaving.{name}"];

    private static string Failure(string name)
    {
        var result = Result(name);
        Assert.Equal(DeviceTestVerdict.Failed, result.Verdict);
        return result.Message!;
    }

    private static List<DeviceTestResult> Run()
    {
        var results = new List<DeviceTestResult>();
        var bench = BenchFile.Parse("limit: 10 s\n", "bench.yaml");
        var application = TestClassRun.Load(AssemblyPath);
        foreach (var tests in DeviceTestAssembly.Read(AssemblyPath).Classes)
        {
            new TestClassRun(application, bench, tests, results.Add).Run(tests.Tests);
        }

        return results;
    }
}
