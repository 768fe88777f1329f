namespace Earshot.Sweeps.Claims;

/// <summary>Who has a trial, as the claim's file holds it.</summary>
public sealed record ClaimHolder
{
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    /// <summary>The machine.</summary>
    public required string Host { get; init; }

    /// <summary>The process on that machine.</summary>
    public required int Process { get; init; }

    /// <summary>When that process started, UTC; tells it from a later one with the same number.</summary>
    public required DateTime ProcessStart { get; init; }

    /// <summary>Whether it has given the trial back.</summary>
    public bool IsReleased { get; init; }

    /// <summary>This process.</summary>
    internal static ClaimHolder Self()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new ClaimHolder { Host = Environment.MachineName, Process = process.Id, ProcessStart = process.StartTime.ToUniversalTime() };
    }

    /// <summary>Whether it is known to have ended. Of other machines nothing is known.</summary>
    internal bool HasEnded()
    {
        if (Host != Environment.MachineName)
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            return process.HasExited || (process.StartTime.ToUniversalTime() - ProcessStart).Duration() > StartTolerance;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }
}
