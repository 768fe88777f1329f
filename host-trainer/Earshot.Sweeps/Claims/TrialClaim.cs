using System.Globalization;
using System.Text;
using System.Text.Json;
using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Claims;

/// <summary>
/// A worker's hold on a trial. Claims are files with ascending numbers that are created exclusively, so one worker at most gets
/// each number, and they are never deleted; the highest is the one that counts. Whoever takes over from a worker that seems dead
/// creates the next number, and a worker that was merely slow finds it there and stops.
/// </summary>
public sealed class TrialClaim : IDisposable
{
    private const string Extension = ".json";
    private readonly string _folder;
    private readonly int _number;
    private readonly ClaimHolder _holder;
    private readonly byte[] _text;
    private readonly CancellationTokenSource _lost = new();
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private bool _isReleased;

    private TrialClaim(string folder, int number, ClaimHolder holder, byte[] text, ClaimSettings settings)
    {
        (_folder, _number, _holder, _text) = (folder, number, holder, text);
        _timer = new Timer(_ => Beat(), null, settings.Heartbeat, settings.Heartbeat);
    }

    /// <summary>Cancelled when another worker has taken over, or the folder can no longer be written to.</summary>
    public CancellationToken Lost => _lost.Token;

    private string FilePath => Name(_folder, _number);

    /// <summary>Takes a trial that nobody holds.</summary>
    /// <param name="folder">The folder of the trial's claims; created when it is not there.</param>
    /// <param name="settings">When a claim counts as abandoned.</param>
    /// <param name="isSole">
    /// Whether a scheduler has seen to it that nobody else works on this trial: a claim that seems to be held is taken over.
    /// </param>
    /// <returns>The claim, or null when somebody else has it.</returns>
    public static TrialClaim? TryTake(string folder, ClaimSettings settings, bool isSole = false)
    {
        Directory.CreateDirectory(folder);
        var last = Highest(folder);
        if (!isSole && last > 0 && IsHeld(folder, last, settings, out _))
        {
            return null;
        }

        var holder = ClaimHolder.Self();
        var text = Encoding.UTF8.GetBytes(SweepJson.Text(holder));
        try
        {
            using var file = new FileStream(Name(folder, last + 1), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            file.Write(text);
        }
        catch (IOException) when (File.Exists(Name(folder, last + 1)))
        {
            return null;
        }

        return new TrialClaim(folder, last + 1, holder, text, settings);
    }

    /// <summary>Who holds a trial; null when nobody does.</summary>
    public static ClaimHolder? Holder(string folder, ClaimSettings settings)
    {
        var last = Highest(folder);
        return last > 0 && IsHeld(folder, last, settings, out var holder) ? holder : null;
    }

    /// <summary>Gives the trial back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isReleased)
            {
                return;
            }

            _isReleased = true;
            _timer.Dispose();
            SweepJson.Write(FilePath, _holder with { IsReleased = true });
        }
    }

    /// <summary>Says that the worker is alive, and looks whether somebody has taken over.</summary>
    internal void Beat()
    {
        lock (_gate)
        {
            if (_isReleased)
            {
                return;
            }

            try
            {
                if (Highest(_folder) > _number)
                {
                    _lost.Cancel();
                    return;
                }

                using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Write, FileShare.Read);
                file.Write(_text);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Without a sign of life the claim ends anyway; better to stop than to work beside a successor.
                _lost.Cancel();
            }
        }
    }

    private static bool IsHeld(string folder, int number, ClaimSettings settings, out ClaimHolder? holder)
    {
        holder = Read(Name(folder, number));
        return holder is not { IsReleased: true }
            && holder?.HasEnded() != true
            && SharedClock.Now(folder) - File.GetLastWriteTimeUtc(Name(folder, number)) <= settings.Patience;
    }

    /// <summary>The holder, or null while its file is being written.</summary>
    private static ClaimHolder? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return SweepJson.Parse<ClaimHolder>(reader.ReadToEnd());
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return null;
        }
    }

    private static int Highest(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(file => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0)
            .Max()
        : 0;

    private static string Name(string folder, int number) => Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture) + Extension);
}
