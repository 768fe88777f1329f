using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scenarios.Expectations;
using Earshot.Emulator.Scenarios.Faults;
using Earshot.Emulator.Scenarios.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;
using Earshot.Payload;

namespace Earshot.Emulator.Scenarios;

/// <summary>A board in the world that a scenario describes.</summary>
public sealed class ScenarioNode : IDisposable
{
    /// <summary>After the last thing that a scenario names, the detector closes its event and the radio sends it.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(5);

    private readonly ScenarioFile _file;
    private readonly ScenarioSettings _settings;
    private readonly Firmware _firmware;
    private readonly ScenarioRadio _radio;
    private readonly SoundMix _sounds;
    private readonly List<(TimeSpan Time, string Line)> _console = [];
    private RunOutcome _outcome = RunOutcome.TimeReached;

    /// <summary>Builds the world and switches the board on.</summary>
    /// <exception cref="InputException">The app cannot run, or a sound is damaged.</exception>
    public ScenarioNode(ScenarioFile file, ScenarioSettings settings)
    {
        _file = file;
        _settings = settings;
        var configuration = file.Configuration;
        byte[] deployed = [.. settings.DeployedModel];
        var sampleRate = SampleRateOf(settings);
        _sounds = SoundMix.Of(configuration.Sounds, sampleRate);
        Duration = configuration.Duration ?? (LastOf(configuration) + Tail);
        var storage = new FlashStorage();
        _radio = ScenarioRadios.Create(configuration, storage);
        _firmware = new Firmware(settings.OpenModel, settings.BuiltInModel, deployed, settings.Cost);
        Faults = configuration.RandomFaults is { } random
            ? [.. configuration.Faults, .. RandomFaultPlan.Create(random, Duration, configuration.Seed)]
            : configuration.Faults;
        if (_radio is LoRaWanScenarioRadio lorawan)
        {
            lorawan.Labels = LabelsOf(settings);
        }

        ISoundSource heard = new FaultyMicrophone(_sounds, Faults, configuration.Seed);
        Board = new EmulatedBoard(new EmulatedBoardSettings
        {
            Board = BoardCatalog.Find(configuration.Board),
            Application = DeviceApplication.Load(
                configuration.App.Length > 0 ? configuration.App : NodeApplication.Path, NativeMethodTable.Earshot),
            Sound = settings.Recorder?.Listen(heard) ?? heard,
            Storage = storage,
            PowerOn = configuration.PowerOn,
            ClockDriftPpm = configuration.ClockDrift,
            Seed = configuration.Seed,
            Wire = board =>
            {
                board.Add(_firmware);
                _radio.Wire(board);
                board.Console.Written += line => _console.Add((VirtualTime.ToTimeSpan(board.Scheduler.Now), line));
                settings.Recorder?.Watch(board, _firmware, _radio);
                var world = new ScenarioWorld(board, _radio, deployed) { TimeServer = configuration.Sntp?.Connect(board) };
                ScenarioPins.Arrange(board, configuration);
                ScenarioDownlinks.Arrange(board, _radio, configuration.Downlinks);
                FaultFactory.Arrange(world, Faults, configuration.Seed);
            },
        });
    }

    /// <summary>The board.</summary>
    public EmulatedBoard Board { get; }

    /// <summary>What goes wrong, random faults included.</summary>
    public IReadOnlyList<FaultEntry> Faults { get; }

    /// <summary>How long the scenario is.</summary>
    public TimeSpan Duration { get; }

    /// <summary>Time since power-on.</summary>
    public TimeSpan Now => VirtualTime.ToTimeSpan(Board.Scheduler.Now);

    /// <summary>What has arrived over the radio so far.</summary>
    public IReadOnlyList<ReceivedEvent> Events => _radio.Receiver.Events;

    /// <summary>How the run stands.</summary>
    public RunOutcome Outcome => _outcome;

    /// <summary>Runs to the end, or until the app ends.</summary>
    /// <param name="step">Virtual time between two reports.</param>
    /// <param name="progress">Told after each step.</param>
    public ScenarioResult Run(TimeSpan step, IProgress<TimeSpan>? progress = null)
    {
        while (_outcome == RunOutcome.TimeReached && Now < Duration)
        {
            var next = TimeSpan.FromTicks(((Now.Ticks / step.Ticks) + 1) * step.Ticks);
            _outcome = Board.Run(next < Duration ? next : Duration);
            _settings.Recorder?.Sample();
            progress?.Report(Now);
        }

        return Result();
    }

    /// <summary>Switches the board off.</summary>
    public void Dispose() => Board.Dispose();

    private static int SampleRateOf(ScenarioSettings settings) => FactsOf(settings)?.SampleRate ?? Audio.SampleRates.Model;

    // An uplink has the index of a class; who receives it knows the model that was deployed.
    private static IReadOnlyList<string> LabelsOf(ScenarioSettings settings) => [.. FactsOf(settings)?.Classes.Select(facts => facts.Label) ?? []];

    private static ModelFacts? FactsOf(ScenarioSettings settings)
    {
        foreach (var pack in new[] { settings.DeployedModel, settings.BuiltInModel }.Where(pack => pack.Length > 0))
        {
            try
            {
                using var engine = settings.OpenModel(pack);
                return engine.Model;
            }
            catch (ModelRejectedException)
            {
                // The board will say so; it may have another model.
            }
        }

        return null;
    }

    private static TimeSpan LastOf(ScenarioConfiguration configuration) => configuration.Sounds
        .Select(sound => sound.At + ((sound.Times - 1) * sound.Every) + (sound.For ?? TimeSpan.FromSeconds(5)))
        .Concat(configuration.Downlinks.Select(entry => entry.At))
        .Concat(configuration.Pins.Select(entry => entry.At))
        .Concat(configuration.Faults.Select(fault => fault.End == TimeSpan.MaxValue ? fault.At : fault.End))
        .Concat(configuration.Expect.Select(entry => entry.To ?? entry.From))
        .DefaultIfEmpty(TimeSpan.Zero)
        .Max();

    private ScenarioResult Result()
    {
        var now = Board.Scheduler.Now;
        var result = new ScenarioResult
        {
            Name = _file.Configuration.Name,
            Outcome = _outcome,
            Duration = VirtualTime.ToTimeSpan(now),
            Events = [.. _radio.Receiver.Events],
            Uplinks = [.. _radio.Receiver.Uplinks],
            Played = _sounds.Played,
            Faults = Faults,
            Console = [.. _console],
            Trace = [.. Board.Trace.Lines],
            Failure = Board.Scheduler.Failure?.Describe(),
            Boots = Board.Boots,
            ProcessorLoad = now == 0 ? 0 : (double)Board.Power.BusyTime / now,
            LostSound = TimeSpan.FromSeconds((double)Board.Microphone.LostSamplesEver / Board.Microphone.SampleRate),
            UnheardBytes = _radio.UnheardBytes,
            RejectedLines = _radio.Rejected,
            Energy = [.. Board.Energy.Components.SelectMany(component => component.Uses
                .Where(use => use.Time > TimeSpan.Zero)
                .Select(use => new EnergyShare(component.Name, use.State, use.Time, use.Coulombs)))],
            UnknownCurrents = [.. Board.Power.UnknownCurrents.Select(state => state.ToString().ToLowerInvariant())],
            Battery = _file.Configuration.Battery,
        };
        return result with { Verdicts = new ExpectationJudge(_file, result).Judge() };
    }
}
