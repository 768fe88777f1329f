using System.Runtime.ExceptionServices;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Fleet;

/// <summary>
/// Many nodes in one process. They run in lock-step: no node is ahead of another by more than <see cref="Step"/>, so what a shared
/// gateway hears in a step was sent in an earlier one, and neither the number of workers nor their luck shows in the result.
/// </summary>
public sealed class FleetEmulation : IDisposable
{
    /// <summary>
    /// How far the nodes run before they wait for each other: less than the second that lies between the end of an uplink and the
    /// moment the network decides on it.
    /// </summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly FleetSettings _settings;
    private readonly SharedModels _models = new();
    private readonly DeviceApplication? _application;
    private readonly NodeEmulation[] _nodes;
    private readonly double[] _clockErrors;
    private readonly RunOutcome[] _outcomes;
    private readonly FleetNetwork? _network;

    /// <summary>Builds the nodes and switches them on.</summary>
    /// <exception cref="InputException">The app cannot run on the emulated firmware, or the board has no modem.</exception>
    public FleetEmulation(FleetSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Nodes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Workers);
        _settings = settings;
        _application = settings.ApplicationPath is { } path ? DeviceApplication.Load(path, NativeMethodTable.Earshot) : null;
        _nodes = new NodeEmulation[settings.Nodes];
        _clockErrors = new double[settings.Nodes];
        _outcomes = new RunOutcome[settings.Nodes];
        _network = settings.LoRaWan is { } radio ? new FleetNetwork(settings, radio, Labels()) : null;
        try
        {
            for (var node = 0; node < _nodes.Length; node++)
            {
                _nodes[node] = Build(node);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<NodeEmulation> Nodes => _nodes;

    /// <summary>Virtual time that has passed.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Runs all nodes until that much time has passed. Can be called again to go on.</summary>
    /// <param name="until">Time since power-on.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="token">Ends the run between two steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; <see cref="Result"/> tells what had happened by then.</exception>
    public FleetResult Run(TimeSpan until, IProgress<TimeSpan>? progress = null, CancellationToken token = default)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = _settings.Workers };
        while (Now < until)
        {
            token.ThrowIfCancellationRequested();
            var next = Now + Step < until ? Now + Step : until;
            try
            {
                Parallel.For(0, _nodes.Length, options, node => _outcomes[node] = _nodes[node].Advance(next));
            }
            catch (AggregateException faults)
            {
                // What failed is the world around a node, such as its sound; of several, one is told.
                ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            }

            Now = next;
            progress?.Report(Now);
        }

        return Result();
    }

    /// <summary>What has happened so far.</summary>
    public FleetResult Result()
    {
        var uses = _network?.Uses();
        var results = _nodes.Select((node, number) => ResultOf(node, number, uses)).ToList();
        return new FleetResult
        {
            Nodes = results,
            Events = [.. results
                .SelectMany(node => node.Result.Events.Select(heard => new FleetEvent(node.Node, heard)))
                .OrderBy(heard => heard.Event.Received)
                .ThenBy(heard => heard.Node)],
            Network = uses is null ? null : _network!.Result(uses),
            Duration = Now,
        };
    }

    /// <summary>Switches all nodes off.</summary>
    public void Dispose()
    {
        foreach (var node in _nodes)
        {
            node?.Dispose();
        }

        _models.Dispose();
    }

    // Neighbouring seeds would give .NET's Random sequences that resemble each other.
    private int SeedOf(int node) => (int)(SeededDraw.Bits(unchecked((ulong)_settings.Seed), (ulong)node, 0) & int.MaxValue);

    private NodeEmulation Build(int node)
    {
        var random = new Random(SeedOf(node));
        _clockErrors[node] = ((2 * random.NextDouble()) - 1) * _settings.ClockError;
        var sound = new ShuffledSounds(_settings.SampleRate, _settings.Clips, _settings.Gap, random.Next());
        return new NodeEmulation(new NodeEmulationSettings
        {
            Board = _settings.Board,
            Sound = new DriftingSound(sound, _clockErrors[node]),
            Application = _application,
            DeployedModel = _settings.DeployedModel,
            OpenModel = _settings.OpenModel ?? _models.Open,
            Cost = _settings.Cost,
            Seed = SeedOf(node),
            SwitchOn = TimeSpan.FromTicks((long)(random.NextDouble() * _settings.SwitchOnWithin.Ticks)),
            Storage = _network?.CreateStorage(node),
            ConnectRadio = _network is null ? null : board => _network.Connect(board, node),
        });
    }

    private FleetNodeResult ResultOf(NodeEmulation node, int number, IReadOnlyList<FleetRadioUse>? uses)
    {
        var result = node.Result(_outcomes[number]);
        return new FleetNodeResult(
            number, SeedOf(number), _clockErrors[number], _network is null ? result : result with { Events = _network.EventsOf(number) })
        {
            Radio = uses?[number],
        };
    }

    // As the devices are registered with the network; a pack that is not sound is left to the nodes, which say so.
    private IReadOnlyList<string> Labels()
    {
        try
        {
            using var engine = (_settings.OpenModel ?? _models.Open)(_settings.DeployedModel);
            return [.. engine.Model.Classes.Select(description => description.Label)];
        }
        catch (ModelRejectedException)
        {
            return [];
        }
    }
}
