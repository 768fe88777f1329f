namespace Earshot.Emulator.Radio;

/// <summary>A device as the network server knows it.</summary>
internal sealed class NetworkDevice(ulong devEui, ulong joinEui, byte[] appKey, LinkBudget link, int index)
{
    private const int HistoryLength = 20;

    private readonly Queue<double> _snrs = new();

    public ulong DevEui => devEui;

    public ulong JoinEui => joinEui;

    public byte[] AppKey => appKey;

    /// <summary>Which of the network's devices it is, from 1.</summary>
    public int Index => index;

    public LinkBudget Link { get; set; } = link;

    /// <summary>What it has transmitted, whether it was heard or not.</summary>
    public DutyCycleLedger Airtime { get; } = new();

    public HashSet<ushort> UsedNonces { get; } = [];

    public Queue<QueuedDownlink> Downlinks { get; } = new();

    public SessionKeys? Keys { get; private set; }

    public uint DevAddr { get; private set; }

    /// <summary>The least counter of an uplink that is new.</summary>
    public uint NextUplink { get; set; }

    public uint NextDownlink { get; set; }

    /// <summary>The power step that the device has been told: 0 is full power, each step 2 dB less.</summary>
    public int PowerIndex { get; set; }

    public void Begin(uint devAddr, SessionKeys keys)
    {
        DevAddr = devAddr;
        Keys = keys;
        NextUplink = 0;
        NextDownlink = 0;
        PowerIndex = 0;
        _snrs.Clear();
    }

    public void Forget() => Keys = null;

    public void AddSnr(double snr)
    {
        _snrs.Enqueue(snr);
        if (_snrs.Count > HistoryLength)
        {
            _snrs.Dequeue();
        }
    }

    /// <summary>
    /// Semtech's algorithm ("LoRaWAN – simple rate adaptation recommended algorithm", 2016): each 3 dB to spare are one data rate
    /// more, and at the highest one power step less, the latter only with a full history.
    /// </summary>
    /// <returns>The command, or null when all is as it should be.</returns>
    public byte[]? Adapt(LoraDataRate rate, double margin)
    {
        var steps = (int)Math.Floor((_snrs.Max() - rate.RequiredSnr - margin) / 3);
        var target = rate.Index;
        var power = PowerIndex;
        for (; steps > 0 && target < 5; steps--)
        {
            target++;
        }

        for (; steps > 0 && power < 5 && _snrs.Count == HistoryLength; steps--)
        {
            power++;
        }

        for (; steps < 0 && power > 0; steps++)
        {
            power--;
        }

        if (target == rate.Index && power == PowerIndex)
        {
            return null;
        }

        PowerIndex = power;
        _snrs.Clear();
        return [MacCommands.LinkAdr, (byte)((target << 4) | power), 0xFF, 0x00, 0x01];
    }
}
