namespace Earshot;

/// <summary>
/// Keeps the settings over resets: two records, of which the older one is replaced, so that a power failure leaves one. What is
/// damaged, of a newer version or senseless is not used, and <see cref="IsRefused"/> says so.
/// </summary>
public sealed class SettingsStore
{
    private readonly IRecordStore _store;
    private int _slot;

    /// <summary>Reads the settings, or takes the defaults.</summary>
    /// <param name="store">Two slots of <see cref="NodeSettings.Length"/> bytes; fewer, and nothing is kept.</param>
    public SettingsStore(IRecordStore store)
    {
        _store = store;
        // Not kept: it would be two hundred bytes that are needed at the start and once a downlink.
        byte[] record = new byte[NodeSettings.Length];
        for (int slot = 0; slot < store.Slots; slot++)
        {
            bool isThere = store.TryRead(slot, record) && !IsBlank(record);
            NodeSettings read = isThere ? NodeSettings.Read(record) : null;
            if (read == null)
            {
                IsRefused = IsRefused || isThere;
            }
            else if (Settings == null || (byte)(read.Generation - Settings.Generation) < 128)
            {
                Settings = read;
                _slot = slot;
            }
        }

        // One of two that a power failure has torn is no reason to worry.
        IsRefused = IsRefused && Settings == null;
        Settings = Settings ?? new NodeSettings();
    }

    /// <summary>The settings in force.</summary>
    public NodeSettings Settings { get; private set; }

    /// <summary>Whether there were settings, and none that can be used, so that the defaults are in force.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Stores the settings as they are now; returns whether they will be there after a reset.</summary>
    public bool Save()
    {
        if (_store.Slots < 2)
        {
            return false;
        }

        Settings.Generation++;
        byte[] record = new byte[NodeSettings.Length];
        Settings.Write(record);
        int slot = 1 - _slot;
        if (!_store.TryWrite(slot, record))
        {
            return false;
        }

        _slot = slot;
        IsRefused = false;
        return true;
    }

    /// <summary>Takes a downlink: checks it, applies it, stores it.</summary>
    /// <param name="downlink">Bytes that may be anything.</param>
    /// <param name="length">How many count.</param>
    /// <param name="classes">How many classes the model has.</param>
    /// <param name="refused">Where the byte is that is out of range; else 0.</param>
    public DownlinkResult Take(byte[] downlink, int length, int classes, out int refused)
    {
        DownlinkResult result = DownlinkPayload.Check(downlink, length, out refused);
        if (result != DownlinkResult.Applied)
        {
            return result;
        }

        DownlinkKind kind = DownlinkPayload.ReadKind(downlink);
        if (kind == DownlinkKind.Thresholds && downlink[2] != DownlinkPayload.AllClasses
            && (downlink[2] >= classes || downlink[2] >= NodeSettings.MaximumClasses))
        {
            refused = 2;
            return DownlinkResult.OutOfRange;
        }

        if (kind == DownlinkKind.Command)
        {
            if (downlink[2] != (int)NodeCommand.RestoreDefaults)
            {
                return DownlinkResult.Applied;
            }

            Settings.RestoreDefaults();
        }

        Settings.Apply(downlink);
        return Save() ? DownlinkResult.Applied : DownlinkResult.NotStored;
    }

    private static bool IsBlank(byte[] record)
    {
        for (int index = 0; index < NodeSettings.Length; index++)
        {
            if (record[index] != record[0])
            {
                return false;
            }
        }

        return record[0] == 0 || record[0] == 255;
    }
}
