using System.Diagnostics;

namespace Earshot.Cli.Emulation;

/// <summary>Measures how fast an emulation runs, by the wall clock and by what the process took of the processors.</summary>
internal sealed class RunClock
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Processor();

    private RunClock()
    {
    }

    /// <summary>Starts measuring.</summary>
    public static RunClock Start() => new();

    /// <summary>Virtual seconds for each second of the wall clock so far.</summary>
    public double FactorOf(TimeSpan virtualTime) => virtualTime / Stopwatch.GetElapsedTime(_started);

    /// <summary>Virtual seconds for each second of processor time so far, in user and kernel mode on all cores.</summary>
    public double ProcessorFactorOf(TimeSpan virtualTime) => virtualTime / (Processor() - _processor);

    /// <summary>The most memory that the process has had resident, in bytes.</summary>
    public static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
