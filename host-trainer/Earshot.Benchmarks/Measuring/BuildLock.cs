namespace Earshot.Benchmarks.Measuring;

/// <summary>
/// Lets one process at a time build in the folder that all of them build in. Dispose it to let the next one build.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private BuildLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Waits until no other process builds.</summary>
    /// <param name="folder">The folder, made if it is not there; <c>tests/cortex-m</c> locks the same file with flock(1).</param>
    /// <param name="token">Ends the waiting.</param>
    public static async Task<BuildLock> TakeAsync(string folder, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "lock");
        while (true)
        {
            try
            {
                return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, token).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
