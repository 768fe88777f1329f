namespace Earshot;

/// <summary>
/// Judges what a time source says, and estimates how fast the board's clock runs. A time that is an hour off a clock that was set
/// before has to be told by two sources, or by the LoRaWAN network twice: an SNTP server may be wrong by years for as long as it likes.
/// </summary>
public sealed class ClockDiscipline
{
    /// <summary>2024-01-01 00:00 UTC in milliseconds since 1970: no time before it is true.</summary>
    public const long Earliest = PayloadHeader.EpochMinutes * 60000L;

    /// <summary>The last moment that payloads can tell.</summary>
    public const long Latest = Earliest + (0xFFFFFFL * 60000L);

    private const long LargestStep = 3600000;
    private const long Agreement = 60000;
    private const long ShortestInterval = 3600000;

    private long _lastDevice;
    private long _suspiciousOffset;
    private TimeSource _suspiciousSource;
    private bool _isSuspicious;

    /// <summary>Whether a time was accepted since the start.</summary>
    public bool IsSynchronized { get; private set; }

    /// <summary>Whether <see cref="Drift"/> was measured: two times an hour or more apart are needed.</summary>
    public bool HasDrift { get; private set; }

    /// <summary>How much too slowly the board's clock runs, in parts per million; negative when it is too fast.</summary>
    public int Drift { get; private set; }

    /// <summary>Takes a time from the LoRaWAN network; returns whether it is to be believed.</summary>
    /// <param name="device">What the board's clock says, in milliseconds since 1970.</param>
    /// <param name="told">What the source says.</param>
    public bool Accept(long device, long told) => Accept(device, told, TimeSource.LoRaWan, false);

    /// <summary>Takes a time; returns whether it is to be believed.</summary>
    /// <param name="device">What the board's clock says, in milliseconds since 1970.</param>
    /// <param name="told">What the source says.</param>
    /// <param name="source">Who says it.</param>
    /// <param name="hasWitness">Whether another source can be asked, so that a clock that is not set need not believe this one alone.</param>
    public bool Accept(long device, long told, TimeSource source, bool hasWitness)
    {
        if (told < Earliest || told > Latest)
        {
            return false;
        }

        long offset = told - device;
        bool isSet = device >= Earliest;
        if (isSet ? Magnitude(offset) > LargestStep : hasWitness)
        {
            bool isConfirmed = _isSuspicious
                && Magnitude(offset - _suspiciousOffset) <= Agreement
                && (source == TimeSource.LoRaWan || source != _suspiciousSource);
            _isSuspicious = !isConfirmed;
            _suspiciousOffset = offset;
            _suspiciousSource = source;
            if (!isConfirmed)
            {
                return false;
            }
        }
        else
        {
            _isSuspicious = false;
            long elapsed = device - _lastDevice;
            if (IsSynchronized && elapsed >= ShortestInterval)
            {
                Drift = (int)(offset * 1000000 / elapsed);
                HasDrift = true;
            }
        }

        IsSynchronized = true;
        _lastDevice = told;
        return true;
    }

    private static long Magnitude(long value) => value < 0 ? -value : value;
}
