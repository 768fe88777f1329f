namespace Earshot.Sweeps.Claims;

/// <summary>The time of the machine that stores a folder, so that clocks of workers that differ do no harm.</summary>
internal static class SharedClock
{
    /// <summary>Now, UTC, as a file that is written now would be dated.</summary>
    public static DateTime Now(string folder)
    {
        var probe = Path.Combine(folder, $".clock-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(probe, [0]);
            return File.GetLastWriteTimeUtc(probe);
        }
        finally
        {
            File.Delete(probe);
        }
    }
}
