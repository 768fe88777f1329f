using Earshot.Interop;

namespace Earshot.Node;

/// <summary>What a node says of itself: its status, and what became of downlinks.</summary>
public sealed class NodeReports : IDownlinkHandler
{
    // Major version in the high, minor in the low four bits.
    private const int ApplicationVersion = 0x10;
    private const int HourMilliseconds = 3600000;

    private readonly SettingsStore _store;
    private readonly NodeMemory _memory;
    private readonly LabelQueue _queue;
    private readonly NodeClock _clock;
    private readonly bool _storageWorks;
    private readonly byte[] _payload = new byte[PayloadHeader.PayloadLength];
    private readonly byte[] _answer = new byte[PayloadHeader.PayloadLength];
    private long _lastStatus = -1;

    /// <summary>Reports on these.</summary>
    public NodeReports(SettingsStore store, NodeMemory memory, LabelQueue queue, NodeClock clock, bool storageWorks)
    {
        _store = store;
        _memory = memory;
        _queue = queue;
        _clock = clock;
        _storageWorks = storageWorks;
    }

    /// <summary>How many classes the model has.</summary>
    public int Classes { get; set; }

    /// <summary>The model that was chosen; null while none works.</summary>
    public ModelSelector Model { get; set; }

    /// <summary>Milliseconds of sound that were lost.</summary>
    public long SoundLost { get; set; }

    /// <summary>Whether the settings were changed; whoever uses them sets it back.</summary>
    public bool HasNewSettings { get; set; }

    /// <summary>Whether the network has asked for a restart.</summary>
    public bool WantsRestart { get; private set; }

    /// <summary>Whether the network has asked for a test of the microphone with a tone; whoever makes it sets it back.</summary>
    public bool WantsTone { get; set; }

    /// <summary>Whether the microphone is to be told about: after every status, as soon as something is known.</summary>
    public bool MicrophoneIsDue { get; private set; }

    /// <summary>Sends the status when it is due.</summary>
    public void SendStatusIfDue()
    {
        int hours = _store.Settings.StatusHours;
        if (_lastStatus < 0 || (hours > 0 && _clock.Uptime - _lastStatus >= (long)hours * HourMilliseconds))
        {
            SendStatus();
        }
    }

    /// <summary>Sends the status.</summary>
    public void SendStatus()
    {
        _lastStatus = _clock.Uptime;
        MicrophoneIsDue = true;
        StatusMessage message = new StatusMessage();
        message.ClockIsSet = _clock.IsSet;
        int supply = NativePower.SupplyMillivolts();
        message.Supply = supply <= 0 ? 0 : supply > 5100 ? 255 : supply / 20;
        int cause = NativePower.ResetCause();
        message.ResetCause = cause < 0 || cause > NativePower.CauseStandbyWake ? 0 : cause;
        message.DeployedModelRuns = Model != null && Model.IsDeployed;
        message.ModelIsQuarantined = Model != null && Model.IsQuarantined;
        message.ModelFingerprint = Model == null ? 0 : (Model.Fingerprint >> 16) & 0xFFFF;
        message.SettingsAreDefaults = _store.IsRefused;
        message.StorageFails = !_storageWorks || _queue.StoreFails;
        message.MessagesWereLost = _queue.Lost > 0;
        message.ApplicationVersion = ApplicationVersion;
        message.SettingsRevision = _store.Settings.Revision;
        message.SoundLost = CompactNumber.Encode((int)((SoundLost + 999) / 1000));
        message.Waiting = _queue.Count > 255 ? 255 : _queue.Count;
        message.Write(_payload, 0);
        _queue.Enqueue(_payload);
    }

    /// <summary>Sends what the microphone was like.</summary>
    public void SendMicrophone(MicrophoneReport report)
    {
        MicrophoneIsDue = false;
        report.Write(_payload, _clock.IsSet, SoundLost);
        _queue.Enqueue(_payload);
    }

    /// <inheritdoc/>
    public void Take(Downlink downlink)
    {
        byte[] bytes = downlink.Bytes;
        DownlinkResult result = _store.Take(bytes, downlink.Length, Classes, out int refused);
        bool isApplied = result == DownlinkResult.Applied || result == DownlinkResult.NotStored;
        SettingsMessage message = new SettingsMessage();
        message.ClockIsSet = _clock.IsSet;
        message.Revision = _store.Settings.Revision;
        message.Result = result;
        message.Answered = downlink.Length == 0 ? 0 : bytes[0];
        message.Refused = refused;
        message.Fingerprint = _store.Settings.Fingerprint;
        message.Write(_answer, 0);
        _queue.Enqueue(_answer);
        HasNewSettings = HasNewSettings || isApplied;
        if (isApplied && DownlinkPayload.ReadKind(bytes) == DownlinkKind.Command)
        {
            Obey((NodeCommand)bytes[2]);
        }
    }

    private void Obey(NodeCommand command)
    {
        switch (command)
        {
            case NodeCommand.SendStatus:
                _lastStatus = -1;
                break;
            case NodeCommand.TryDeployedModel:
                _memory.RefusedModel = 0;
                _memory.TriedModel = 0;
                _memory.TrialStarts = 0;
                _memory.Save();
                WantsRestart = true;
                break;
            case NodeCommand.CheckMicrophone:
                WantsTone = true;
                MicrophoneIsDue = true;
                break;
            case NodeCommand.Restart:
                WantsRestart = true;
                break;
        }
    }
}
