// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

using System;

namespace Earshot;

/// <summary>
/// What is set up differently from node to node, as one record of bytes with a version and a checksum. Downlinks change it; the
/// host writes the first one. docs/node.md explains every setting.
/// </summary>
/// <remarks>The record holds the LoRaWAN key. Nothing prints it, and no uplink or fingerprint has it in it.</remarks>
public sealed class NodeSettings
{
    /// <summary>Bytes of a record.</summary>
    public const int Length = 192;

    /// <summary>The version this source writes, and the newest it reads.</summary>
    public const int Version = 1;

    /// <summary>Classes that can have thresholds of their own; those behind have the model's.</summary>
    public const int MaximumClasses = 32;

    private const int GenerationAt = 1;
    private const int RevisionAt = 2;
    private const int RadioAt = 3;
    private const int RegionAt = 4;
    private const int RadioPortAt = 5;
    private const int FullScaleAt = 6;
    private const int DetectionAt = 7;
    private const int ScheduleAt = DetectionAt + 6;
    private const int DevEuiAt = 24;
    private const int JoinEuiAt = DevEuiAt + 8;
    private const int AppKeyAt = JoinEuiAt + 8;
    private const int ClassesAt = 60;
    private const int ChecksumAt = ClassesAt + (4 * MaximumClasses);
    private const int ModelsOwn = 255;

    private readonly byte[] _record = new byte[Length];

    /// <summary>Settings that suit a node on a serial line: it listens all the time, and sums up every 15 minutes.</summary>
    public NodeSettings()
    {
        RestoreDefaults();
    }

    /// <summary>Number of the record among those of this node: the higher one is the later one, 255 is followed by 0.</summary>
    public int Generation { get => _record[GenerationAt]; set => _record[GenerationAt] = (byte)value; }

    /// <summary>Revision of the last downlink that was applied.</summary>
    public int Revision { get => _record[RevisionAt]; set => _record[RevisionAt] = (byte)value; }

    /// <summary>What carries the messages.</summary>
    public RadioKind Radio { get => (RadioKind)_record[RadioAt]; set => _record[RadioAt] = (byte)value; }

    /// <summary>LoRaWAN region by the number of LoRaWanRegion; 4 is Europe.</summary>
    public int Region { get => _record[RegionAt]; set => _record[RegionAt] = (byte)value; }

    /// <summary>Number of the serial port that the radio is on, 1 to 9.</summary>
    public int RadioPort { get => _record[RadioPortAt]; set => _record[RadioPortAt] = (byte)value; }

    /// <summary>Sound pressure level of a full-scale sine in dB, from the microphone's sensitivity and its amplifier's gain.</summary>
    public int FullScaleLevel { get => _record[FullScaleAt]; set => _record[FullScaleAt] = (byte)value; }

    /// <summary>Whether each event is reported.</summary>
    public bool ReportsEvents => (_record[DetectionAt] & 1) != 0;

    /// <summary>Whether sounds that are none of the classes are reported.</summary>
    public bool ReportsUnknown => (_record[DetectionAt] & 2) != 0;

    /// <summary>Whether the time of each class is summed up.</summary>
    public bool ReportsClasses => (_record[DetectionAt] & 4) != 0;

    /// <summary>Whether levels are summed up.</summary>
    public bool ReportsLevels => (_record[DetectionAt] & 8) != 0;

    /// <summary>Time constant that scores are smoothed with, in milliseconds; −1 for the model's own.</summary>
    public int Smoothing => _record[DetectionAt + 1] == ModelsOwn ? -1 : _record[DetectionAt + 1] * 20;

    /// <summary>A sound has ended when it was quiet for so many milliseconds.</summary>
    public int QuietHold => _record[DetectionAt + 2] * 100;

    /// <summary>Another class takes over when it leads for so many milliseconds.</summary>
    public int TakeOver => _record[DetectionAt + 3] * 100;

    /// <summary>Longer sounds are reported in parts of so many milliseconds.</summary>
    public int LongestEvent => _record[DetectionAt + 4] * 1000;

    /// <summary>Hops so many dB below the loudest of late are quiet.</summary>
    public int GateRange => _record[DetectionAt + 5];

    /// <summary>Seconds of a listening window; 0 to listen all the time.</summary>
    public int Listen => DownlinkPayload.ReadPair(_record, ScheduleAt);

    /// <summary>Seconds from the start of one window to that of the next.</summary>
    public int Every => DownlinkPayload.ReadPair(_record, ScheduleAt + 2);

    /// <summary>Quarter of an hour of the day, UTC, from which on it listens.</summary>
    public int From => _record[ScheduleAt + 4];

    /// <summary>Quarter of an hour of the day, UTC, at which it goes to standby; equal to <see cref="From"/> for never.</summary>
    public int To => _record[ScheduleAt + 5];

    /// <summary>Minutes that a summary is over; 0 for none.</summary>
    public int SummaryMinutes => _record[ScheduleAt + 6];

    /// <summary>Hours from one status to the next; 0 for one at the start only.</summary>
    public int StatusHours => _record[ScheduleAt + 7];

    /// <summary>Supply in millivolts below which the node listens a tenth of the time; 0 for never.</summary>
    public int LowestSupply => _record[ScheduleAt + 8] * 20;

    /// <summary>CRC-16 over all that downlinks can set: nodes that agree on it are set up alike.</summary>
    public int Fingerprint
    {
        get
        {
            byte[] common = new byte[DevEuiAt - DetectionAt + ChecksumAt - ClassesAt];
            Array.Copy(_record, DetectionAt, common, 0, DevEuiAt - DetectionAt);
            Array.Copy(_record, ClassesAt, common, DevEuiAt - DetectionAt, ChecksumAt - ClassesAt);
            return Crc16.Compute(common, 0, common.Length);
        }
    }

    /// <summary>On-threshold of a class in 1/256; 0 for the model's own thresholds.</summary>
    public int OnThreshold(int index) => OfClass(index, 0);

    /// <summary>Off-threshold of a class in 1/256.</summary>
    public int OffThreshold(int index) => OfClass(index, 1);

    /// <summary>Shorter events of a class are not reported, milliseconds; 0 for the model's own.</summary>
    public int MinimumDuration(int index) => OfClass(index, 2) * 100;

    /// <summary>For so many milliseconds after an event others of its class are not reported.</summary>
    public int RefractoryTime(int index) => OfClass(index, 3) * 1000;

    /// <summary>DevEUI, 8 bytes, most significant first.</summary>
    public byte[] DevEui => Part(DevEuiAt, 8);

    /// <summary>JoinEUI, 8 bytes, most significant first.</summary>
    public byte[] JoinEui => Part(JoinEuiAt, 8);

    /// <summary>AppKey, 16 bytes, for whoever joins; for nobody else.</summary>
    public byte[] AppKey => Part(AppKeyAt, 16);

    /// <summary>Sets what the node joins with.</summary>
    /// <exception cref="ArgumentException">One has another length than 8, 8 and 16 bytes.</exception>
    public void SetCredentials(byte[] devEui, byte[] joinEui, byte[] appKey)
    {
        if (devEui.Length != 8 || joinEui.Length != 8 || appKey.Length != 16)
        {
            throw new ArgumentException("A DevEUI and a JoinEUI have 8 bytes, an AppKey has 16.");
        }

        Array.Copy(devEui, 0, _record, DevEuiAt, 8);
        Array.Copy(joinEui, 0, _record, JoinEuiAt, 8);
        Array.Copy(appKey, 0, _record, AppKeyAt, 16);
    }

    /// <summary>Forgets what downlinks have set; what belongs to the box – radio, keys, microphone – stays.</summary>
    public void RestoreDefaults()
    {
        if (_record[0] == 0)
        {
            _record[0] = Version;
            Region = 4;
            RadioPort = 6;
            FullScaleLevel = 120;
        }

        // As a detection and a schedule downlink have them: everything, 0.5 s, 0.8 s, 10 s, 40 dB; always, 15 minutes, 24 hours.
        Take(new byte[] { 15, ModelsOwn, 5, 8, 10, 40 }, 0, DetectionAt, 6);
        Take(new byte[] { 0, 0, 0, 0, 0, 0, 15, 24, 0 }, 0, ScheduleAt, 9);
        for (int index = ClassesAt; index < ChecksumAt; index++)
        {
            _record[index] = 0;
        }
    }

    /// <summary>Applies a downlink that has passed <see cref="DownlinkPayload.Check"/> and is no command.</summary>
    public void Apply(byte[] downlink)
    {
        Revision = DownlinkPayload.ReadRevision(downlink);
        switch (DownlinkPayload.ReadKind(downlink))
        {
            case DownlinkKind.Thresholds:
                bool isForAll = downlink[2] == DownlinkPayload.AllClasses;
                for (int index = isForAll ? 0 : downlink[2]; index < MaximumClasses && (isForAll || index == downlink[2]); index++)
                {
                    Take(downlink, 3, ClassesAt + (4 * index), 4);
                }

                break;
            case DownlinkKind.Detection:
                Take(downlink, 2, DetectionAt, 6);
                break;
            case DownlinkKind.Schedule:
                Take(downlink, 2, ScheduleAt, 9);
                break;
        }
    }

    /// <summary>Writes the record.</summary>
    /// <param name="record">Receives <see cref="Length"/> bytes.</param>
    public void Write(byte[] record)
    {
        Array.Copy(_record, record, ChecksumAt);
        for (int index = ChecksumAt; index < Length; index++)
        {
            record[index] = 0;
        }

        int checksum = Crc16.Compute(record, 0, ChecksumAt);
        record[ChecksumAt] = (byte)(checksum >> 8);
        record[ChecksumAt + 1] = (byte)checksum;
    }

    /// <summary>Reads a record.</summary>
    /// <param name="record">Its <see cref="Length"/> bytes, which may be anything.</param>
    /// <returns>The settings; null when it is damaged, of a newer version, or has a value that makes no sense.</returns>
    public static NodeSettings Read(byte[] record)
    {
        if (record[0] == 0 || record[0] > Version || Crc16.Compute(record, 0, ChecksumAt) != DownlinkPayload.ReadPair(record, ChecksumAt))
        {
            return null;
        }

        NodeSettings settings = new NodeSettings();
        Array.Copy(record, settings._record, ChecksumAt);
        return settings.IsSound() ? settings : null;
    }

    private bool IsSound()
    {
        return Radio <= RadioKind.LoRaE5 && RadioPort > 0 && RadioPort < 10
            && Passes(DownlinkKind.Detection, DetectionAt) && Passes(DownlinkKind.Schedule, ScheduleAt) && ClassesPass();
    }

    private bool ClassesPass()
    {
        bool passes = true;
        for (int index = 0; index < MaximumClasses && passes; index++)
        {
            passes = Passes(DownlinkKind.Thresholds, ClassesAt + (4 * index));
        }

        return passes;
    }

    // The rules for downlinks are the rules for what is stored.
    private bool Passes(DownlinkKind kind, int offset)
    {
        byte[] downlink = new byte[DownlinkPayload.Length(kind)];
        int first = kind == DownlinkKind.Thresholds ? 3 : 2;
        downlink[0] = (byte)((DownlinkPayload.Version << 4) | ((int)kind << 1));
        Array.Copy(_record, offset, downlink, first, downlink.Length - first);
        return DownlinkPayload.Check(downlink, downlink.Length, out int refused) == DownlinkResult.Applied && refused == 0;
    }

    private int OfClass(int index, int field) => index < MaximumClasses ? _record[ClassesAt + (4 * index) + field] : 0;

    private void Take(byte[] from, int offset, int to, int count) => Array.Copy(from, offset, _record, to, count);

    private byte[] Part(int offset, int count)
    {
        byte[] part = new byte[count];
        Array.Copy(_record, offset, part, 0, count);
        return part;
    }
}
