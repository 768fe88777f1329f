using System.Reflection;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.TestAdapter.Benches;
using Earshot.Emulator.TestAdapter.Discovery;

namespace Earshot.Emulator.TestAdapter.Running;

/// <summary>
/// Runs the tests of a class in the order of nanoFramework's launcher: setup once, tests, cleanup once. A class has a board of its
/// own; after a test that hung or took the board down, the class begins anew on a fresh one with the tests that are left.
/// </summary>
internal sealed class TestClassRun(DeviceApplication application, BenchFile bench, DeviceTestClass tests, Action<DeviceTestResult> report)
{
    private const string SkipException = "nanoFramework.TestFramework.SkipTestException";

    private readonly Queue<DeviceTest> _left = new();
    private EmulatedBoard? _board;
    private DeviceTest? _current;
    private DeviceTestResult? _last;
    private Exception? _unwound;
    private bool _isOver;
    private long _started;
    private int _linesBefore;

    /// <summary>Loads a test assembly with its symbols.</summary>
    /// <exception cref="InputException">It would not run on the board.</exception>
    public static DeviceApplication Load(string source) => DeviceApplication.LoadLibrary(source, NativeMethodTable.Earshot);

    /// <summary>Runs some of the class's tests and reports each.</summary>
    public void Run(IEnumerable<DeviceTest> wanted)
    {
        foreach (var test in wanted)
        {
            _left.Enqueue(test);
        }

        while (_left.Count > 0)
        {
            RunOnFreshBoard();
        }

        Flush();
    }

    private void RunOnFreshBoard()
    {
        _isOver = false;
        _unwound = null;
        var conditions = bench.ConditionsOf(tests.Name);
        using var bed = new TestBed(application, conditions, Main);
        _board = bed.Board;
        Begin(null);
        while (true)
        {
            var begun = _started;
            var outcome = _board.Run(VirtualTime.ToTimeSpan(begun) + conditions.Limit);
            if (_isOver)
            {
                break;
            }

            if (outcome == RunOutcome.TimeReached && _started != begun)
            {
                // Another test has begun meanwhile; its time counts from then on.
                continue;
            }

            EndTest(outcome, conditions.Limit, bed);
            break;
        }

        Flush();
    }

    // Runs on the board's main thread; host code costs no virtual time.
    private void Main(Assembly assembly)
    {
        if (_current is not null)
        {
            var cause = $"the board started again ({_board!.ResetCause}) before it ended";
            Finish(DeviceTestVerdict.Failed, cause, null);
        }

        var type = assembly.GetType(tests.Name, throwOnError: true)!;
        if (SetUp(type))
        {
            while (_left.TryDequeue(out var test))
            {
                var method = type.GetMethod(test.MethodName)!;
                Begin(test);
                Attempt(() => DeviceCall.Invoke(method, DeviceCall.ArgumentsOf(method, test.Row)), Finish);
            }

            foreach (var cleanup in tests.Cleanups)
            {
                Attempt(() => DeviceCall.Invoke(type.GetMethod(cleanup)!, []), FailCleanup);
            }
        }

        _isOver = true;
        _board!.Scheduler.Stop();
    }

    private bool SetUp(Type type)
    {
        foreach (var setup in tests.Setups)
        {
            var isSetUp = true;
            Attempt(() => DeviceCall.Invoke(type.GetMethod(setup)!, []), (verdict, message, stack) =>
            {
                isSetUp = verdict == DeviceTestVerdict.Passed;
                while (!isSetUp && _left.TryDequeue(out var test))
                {
                    Begin(test);
                    Finish(verdict, $"in {setup}: {message}", stack);
                }
            });
            if (!isSetUp)
            {
                return false;
            }
        }

        return true;
    }

    private void Attempt(Action call, Action<DeviceTestVerdict, string?, string?> conclude)
    {
        try
        {
            call();
        }
        catch (Exception exception) when (IsUnwinding(exception))
        {
            _unwound = exception;
            throw;
        }
        catch (Exception exception)
        {
            var isSkipped = exception.GetType().FullName == SkipException;
            var message = isSkipped ? exception.Message : $"{ShortName(exception)}: {exception.Message}";
            conclude(isSkipped ? DeviceTestVerdict.Skipped : DeviceTestVerdict.Failed, message, DeviceFrames.Of(exception));
            return;
        }

        conclude(DeviceTestVerdict.Passed, null, null);
    }

    private void EndTest(RunOutcome outcome, TimeSpan limit, TestBed bed)
    {
        var board = _board!;
        var failure = board.Scheduler.Failure;
        var message = outcome switch
        {
            RunOutcome.UncaughtException => $"{failure!.Exception.GetType().FullName} in {failure.Thread}: {failure.Exception.Message}",
            RunOutcome.BlockedForever => $"it waits for ever: {string.Join("; ", board.Scheduler.Threads.Select(thread => $"{thread.Name} waits for {thread.WaitsFor}"))}",
            RunOutcome.TimeReached => $"it did not end within {limit.TotalSeconds} s of virtual time",
            _ => $"the board stopped ({outcome})",
        };

        // Switching off unwinds the thread from where it is.
        var now = board.Scheduler.Now;
        bed.Dispose();
        var stack = failure is not null ? DeviceFrames.Of(failure.Exception) : _unwound is null ? null : DeviceFrames.Of(_unwound);
        if (_current is not null)
        {
            Finish(DeviceTestVerdict.Failed, message, stack, now);
            return;
        }

        // A setup or a cleanup that hangs leaves no test to blame but all that are left, or the last.
        if (_left.Count == 0)
        {
            FailCleanup(DeviceTestVerdict.Failed, message, stack);
        }

        while (_left.TryDequeue(out var test))
        {
            Begin(test);
            Finish(DeviceTestVerdict.Failed, $"in the setup: {message}", stack, now);
        }
    }

    private void FailCleanup(DeviceTestVerdict verdict, string? message, string? stack)
    {
        if (verdict != DeviceTestVerdict.Passed && _last is { } last)
        {
            _last = last with { Verdict = DeviceTestVerdict.Failed, Message = $"in the cleanup of the class: {message}", Stack = stack };
        }
    }

    private void Begin(DeviceTest? test)
    {
        Flush();
        _current = test;
        _started = _board!.Scheduler.Now;
        _linesBefore = _board.Console.Lines.Count;
    }

    private void Finish(DeviceTestVerdict verdict, string? message, string? stack) => Finish(verdict, message, stack, _board!.Scheduler.Now);

    private void Finish(DeviceTestVerdict verdict, string? message, string? stack, long now)
    {
        var placed = verdict == DeviceTestVerdict.Failed ? $"{VirtualTime.Format(now)}: {message}" : message;
        var console = string.Concat(_board!.Console.Lines.Skip(_linesBefore).Select(line => line + "\n"));
        _last = new DeviceTestResult(_current!, verdict, VirtualTime.ToTimeSpan(now - _started), placed, stack, console);
        _current = null;
    }

    // Reported late, because the cleanup may still have a say.
    private void Flush()
    {
        if (_last is { } last)
        {
            _last = null;
            report(last);
        }
    }

    private static bool IsUnwinding(Exception exception) => exception is MachineStoppedException;

    private static string ShortName(Exception exception) => exception.GetType().FullName switch
    {
        "TestFrameworkShared.AssertFailedException" => "assertion failed",
        var name => name!,
    };
}
