using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Power;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scenarios.Faults;
using Earshot.Emulator.Scenarios.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;
using Earshot.Yaml;

namespace Earshot.Emulator.Soak;

/// <summary>One node of a soak: Earshot's app with LoRaWAN, for many hours, while everything fails now and then.</summary>
public sealed class SoakNode : IDisposable
{
    private const string Enqueue = "Earshot.LabelQueue::Enqueue";
    private const string Turn = "Earshot.Node.NodeSleep::Feed";
    private const string Port = "COM6";
    private const int MostFindings = 20;

    private static readonly DateTime PowerOn = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DeliveryWindow = TimeSpan.FromSeconds(4);

    private static readonly Lazy<DeviceApplication> Application =
        new(() => DeviceApplication.Load(NodeApplication.Path, NativeMethodTable.Earshot, Enqueue, Turn));

    private readonly SoakSettings _settings;
    private readonly int _node;
    private readonly FlashStorage _storage = new();
    private readonly StoredQueue _stored;
    private readonly SoakLedger _ledger;
    private readonly LoRaWanScenarioRadio _radio;
    private readonly SoakIdentity _identity;
    private readonly SoakDownlinks _downlinks;
    private readonly Random _aim;
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _causes = new(StringComparer.Ordinal);
    private readonly List<SoakFinding> _findings = [];
    private readonly TimeSpan _peace;
    private EmulatedBoard? _board;
    private TimeSpan _lastTurn;
    private TimeSpan _started;
    private long _disturbed;
    private int _consoleErrors;
    private bool _isHanging;
    private bool _isStuck;

    /// <summary>Builds a node and switches it on.</summary>
    /// <param name="settings">The soak.</param>
    /// <param name="node">Which of its nodes, from 0.</param>
    public SoakNode(SoakSettings settings, int node)
    {
        _settings = settings;
        _node = node;
        _identity = new SoakIdentity(settings.Seed, node);
        _peace = settings.NodeTime - settings.SettleTime;
        _aim = new Random(_identity.SeedOf(1));
        _stored = new StoredQueue(_storage);
        _ledger = new SoakLedger(new MessageContent(PowerOn), Report);
        _downlinks = new SoakDownlinks(settings, _identity.SeedOf(2));
        NodeSettingsFile.Write(_storage, _identity.Settings(settings));
        var gateway = new LoRaWanGateway(new LoRaWanGatewaySettings
        {
            Seed = (ulong)_identity.SeedOf(3),
            LossProbability = settings.Loss,
            Start = PowerOn,
        });
        var device = gateway.Add(_identity.Device.DevEui, LoRaWanIdentity.JoinEui, _identity.Device.AppKey, new LinkBudget(118, 3));
        gateway.Received += uplink => Deliver(uplink);
        _radio = new LoRaWanScenarioRadio(gateway, _identity.Modem, Port, PowerOn) { Device = device };
        // Faults change the pack in place, each node's its own.
        byte[] model = settings.Model.ToArray();
        var plan = RandomFaultPlan.Create(settings.Faults, _peace, _identity.SeedOf(6));
        foreach (var fault in plan)
        {
            Count(fault.Title);
        }

        using var engine = settings.OpenModel(settings.Model);
        var sound = new ShuffledSounds(engine.Model.SampleRate, settings.Clips, settings.Gap, _identity.SeedOf(4));
        _ = new EmulatedBoard(new EmulatedBoardSettings
        {
            Board = settings.Board,
            Application = Application.Value,
            Sound = new FaultyMicrophone(sound, plan, _identity.SeedOf(8)),
            Storage = _storage,
            PowerOn = PowerOn,
            Seed = _identity.SeedOf(5),
            Wire = board => Wire(board, model, device, plan),
        });
    }

    /// <summary>The board, for its trace.</summary>
    public EmulatedBoard Board => _board!;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<SoakFinding> Findings => _findings;

    /// <summary>Runs to the end, or until too much was found or the app ended.</summary>
    /// <param name="progress">Told after each virtual hour: the time since power-on.</param>
    /// <param name="token">Ends the run between two hours.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SoakNodeResult Run(IProgress<TimeSpan>? progress = null, CancellationToken token = default)
    {
        var outcome = RunOutcome.TimeReached;
        for (var time = TimeSpan.Zero; time < _settings.NodeTime && outcome == RunOutcome.TimeReached && _findings.Count < MostFindings;)
        {
            token.ThrowIfCancellationRequested();
            time = time + TimeSpan.FromHours(1) < _settings.NodeTime ? time + TimeSpan.FromHours(1) : _settings.NodeTime;
            outcome = Board.Run(time);
            _ledger.Compare(_stored.Waiting());
            progress?.Report(time);
        }

        if (outcome != RunOutcome.TimeReached)
        {
            Report(SoakFindingKind.Ended, $"{ConfigurationKeys.Name(outcome.ToString())}: {Board.Scheduler.Failure?.Describe() ?? Board.Trace.Lines[^1]}");
        }
        else if (_findings.Count == 0)
        {
            FindStuck(TimeSpan.FromMinutes(30));
        }

        return Result();
    }

    /// <summary>Switches the board off.</summary>
    public void Dispose() => _board?.Dispose();

    private void Wire(EmulatedBoard board, byte[] model, ulong device, IReadOnlyList<FaultEntry> plan)
    {
        _board = board;
        board.Add(new Firmware(_settings.OpenModel, ReadOnlyMemory<byte>.Empty, model, new NativeCost()));
        _radio.Wire(board);
        board.Called += OnCalled;
        board.Returned += OnReturned;
        board.Started += OnStarted;
        board.Console.Written += line => _consoleErrors += line.Contains("xception", StringComparison.Ordinal) ? 1 : 0;
        FaultFactory.Arrange(new ScenarioWorld(board, _radio, model), plan, _identity.SeedOf(7));
        _downlinks.Arrange(board, _radio.Gateway, device, _peace);
        LookLater();
        _settings.Wire?.Invoke(board);
    }

    private TimeSpan Now => VirtualTime.ToTimeSpan(Board.Scheduler.Now);

    private void OnCalled(string method, object? instance, object? argument)
    {
        if (method == Turn)
        {
            _lastTurn = Now;
            _isHanging = false;
            return;
        }

        _ledger.Give((byte[])argument!, Now, _started);
        if (Strikes(_settings.BrownOutsPerWrite))
        {
            Count("brown-out while writing");
            _storage.CutPowerAfter(_aim.Next(6), Board, Off());
        }
    }

    private void OnReturned(string method, object? instance, object? argument, object? result)
    {
        if (method != Enqueue)
        {
            return;
        }

        var payload = (byte[])argument!;
        _ledger.Answer(payload, (bool)result!, Now, _started);
        if ((bool)result && !_stored.Holds(MessageContent.SequenceOf(payload)))
        {
            Report(SoakFindingKind.NotStored, $"{SoakLedger.Name(payload)} was accepted, and the flash does not hold it");
        }
    }

    private void OnStarted(ResetCause cause)
    {
        _started = Now;
        _lastTurn = Now;
        _isHanging = false;
        var name = ConfigurationKeys.Name(cause.ToString());
        _causes[name] = _causes.GetValueOrDefault(name) + 1;
        _ledger.Interrupt();
        _ledger.Compare(_stored.Waiting());
        if (cause == ResetCause.Watchdog)
        {
            Report(SoakFindingKind.Hang, "the watchdog has started the node anew");
        }
    }

    private void Deliver(ReceivedUplink uplink)
    {
        if (uplink.Port <= 0)
        {
            return;
        }

        var disturbed = Board.Uarts[Port].DisturbedBytes;
        _ledger.Deliver(uplink.Bytes, uplink.Time, disturbed > _disturbed);
        _disturbed = disturbed;
        if (Strikes(_settings.BrownOutsPerDelivery))
        {
            Count("brown-out at a delivery");
            Board.Scheduler.ScheduleAfter((long)(_aim.NextDouble() * VirtualTime.From(DeliveryWindow)), () => Board.BrownOut(Off()));
        }
    }

    private void LookLater() => Board.Scheduler.ScheduleAfter(VirtualTime.From(Look), () =>
    {
        if (!Board.Scheduler.HasNoProgram && Now - _lastTurn > _settings.LongestTurn && !_isHanging)
        {
            _isHanging = true;
            Report(SoakFindingKind.Hang, $"the node has not come round its loop since {VirtualTime.Format(VirtualTime.From(_lastTurn))}");
        }

        FindStuck(_settings.LongestWait);
        LookLater();
    });

    private void FindStuck(TimeSpan limit)
    {
        if (!_isStuck && _ledger.Waiting is [var first, ..] && Now - first.Time > limit)
        {
            _isStuck = true;
            Report(SoakFindingKind.Stuck, $"{SoakLedger.Name(first.Payload)} and {_ledger.Waiting.Count - 1} more wait since {VirtualTime.Format(VirtualTime.From(first.Time))}");
        }
    }

    private bool Strikes(double share) => _aim.NextDouble() < share && Now < _peace;

    private TimeSpan Off() => TimeSpan.FromMilliseconds(_aim.Next(10, 2000));

    private void Count(string fault) => _faults[fault] = _faults.GetValueOrDefault(fault) + 1;

    private void Report(SoakFindingKind kind, string text)
    {
        if (_findings.Count < MostFindings)
        {
            Board.Trace.Write("soak", $"{ConfigurationKeys.Name(kind.ToString())}: {text}");
            _findings.Add(new SoakFinding(kind, _node, Now, text));
        }
    }

    private SoakNodeResult Result() => new()
    {
        Node = _node,
        Hours = Now.TotalHours,
        Faults = _faults.Concat(_downlinks.Faults).ToDictionary(),
        Boots = Board.Boots,
        Causes = _causes,
        Accepted = _ledger.Accepted,
        AcceptedEvents = _ledger.AcceptedEvents,
        Delivered = _ledger.Delivered,
        DeliveredEvents = _ledger.DeliveredEvents,
        Repeated = _ledger.Repeated,
        Completed = _ledger.Completed,
        Garbled = _ledger.Garbled,
        Refused = _ledger.Refused,
        Merged = _ledger.Merged,
        Waiting = _ledger.Waiting.Count,
        MostWaiting = _ledger.MostWaiting,
        LongestWaitHours = _ledger.LongestWait.TotalHours,
        Joins = _radio.Gateway.Joins.Count(join => join.Outcome == JoinOutcome.Accepted),
        RejectedFrames = _radio.Gateway.RejectedFrames,
        DownlinksAnswered = _ledger.Answers,
        ConsoleErrors = _consoleErrors,
        MostErases = _storage.MostErases,
        Findings = _findings,
    };
}
