using Earshot.Training.Networks;
using Earshot.Training.Randomness;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace Earshot.Training.Optimization;

/// <summary>
/// Runs training steps in ONNX Runtime. All state lives in two sets of tensors; a step reads one set and writes the other,
/// so nothing is copied between steps.
/// </summary>
public sealed class TrainingSession : IDisposable
{
    private readonly TrainingGraph _graph;
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly OrtIoBinding[] _bindings = new OrtIoBinding[2];
    private readonly Dictionary<string, OrtValue>[] _state = [[], []];
    private readonly Dictionary<string, OrtValue> _inputs = [];
    private readonly OrtValue _loss;
    private int _current;

    /// <summary>Loads the graph into ONNX Runtime with weights at their starting values.</summary>
    /// <param name="graph">The training step.</param>
    /// <param name="random">Draws the starting weights.</param>
    /// <param name="threads">Threads; 0 for one a processor core.</param>
    public TrainingSession(TrainingGraph graph, RandomSource random, int threads = 0)
    {
        _graph = graph;
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        // Threads that spin while they wait more than halve the speed as soon as something else runs on the machine.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(graph.Model.ToByteArray(), options);
        foreach (var name in _session.InputNames.Where(name => graph.State.All(vector => vector.Name != name)))
        {
            _inputs.Add(name, OrtTensors.Allocate(_session.InputMetadata[name].Dimensions));
        }

        _loss = OrtTensors.Allocate([1]);
        for (var side = 0; side < 2; side++)
        {
            foreach (var (name, size) in graph.State)
            {
                _state[side].Add(name, OrtTensors.Allocate([size]));
            }
        }

        _bindings[0] = Bind(_state[0], _state[1]);
        _bindings[1] = Bind(_state[1], _state[0]);
        Initialize(graph.Layout.Initialize(random));
    }

    /// <summary>Steps made so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Room for the windows of the next step: [batch, 1, frames, bands].</summary>
    public Span<float> Features => _inputs[TrainingGraph.Features].GetTensorMutableDataAsSpan<float>();

    /// <summary>Room for the target distributions of the next step: [batch, classes].</summary>
    public Span<float> Targets => _inputs[TrainingGraph.Targets].GetTensorMutableDataAsSpan<float>();

    /// <summary>Room for what teachers say of the next step's windows, [batch, classes]; empty without distillation.</summary>
    public Span<float> Taught =>
        _inputs.TryGetValue(TrainingGraph.Taught, out var taught) ? taught.GetTensorMutableDataAsSpan<float>() : [];

    /// <summary>Makes one step with what <see cref="Features"/>, <see cref="Targets"/> and <see cref="Taught"/> hold.</summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="averageDecay">How much of the average of the weights stays, from 0 (none) to below 1.</param>
    /// <param name="random">Draws what dropout drops.</param>
    /// <returns>The loss before the step.</returns>
    public float Step(float learningRate, float averageDecay, RandomSource random)
    {
        foreach (var mask in _graph.DropoutMasks)
        {
            mask.Draw(_inputs[mask.Name].GetTensorMutableDataAsSpan<float>(), random);
        }

        return Run(learningRate, averageDecay);
    }

    /// <summary>Makes one step with a batch that was prepared apart.</summary>
    /// <returns>The loss before the step.</returns>
    internal float Step(TrainingBatch batch, float learningRate, float averageDecay)
    {
        batch.Features.CopyTo(Features);
        batch.Targets.CopyTo(Targets);
        if (Taught.Length > 0)
        {
            batch.Taught.CopyTo(Taught);
        }

        foreach (var (name, values) in batch.Masks)
        {
            values.CopyTo(_inputs[name].GetTensorMutableDataAsSpan<float>());
        }

        return Run(learningRate, averageDecay);
    }

    private float Run(float learningRate, float averageDecay)
    {
        Steps++;
        Set(TrainingGraph.LearningRate, learningRate);
        Set(TrainingGraph.Step, Steps);
        Set(TrainingGraph.AverageRate, 1 - averageDecay);
        _session.RunWithBinding(_runOptions, _bindings[_current]);
        _current = 1 - _current;
        return _loss.GetTensorDataAsSpan<float>()[0];
    }

    /// <summary>The weights of the latest step, or their average.</summary>
    public TrainedWeights Weights(bool averaged)
    {
        var prefix = averaged ? "average_" : "";
        var statistics = _graph.StatisticsSize > 0 ? Read($"{prefix}statistics") : [];
        return new TrainedWeights(_graph.Network, Read($"{prefix}weights"), statistics);
    }

    /// <summary>Starts from weights that were trained before.</summary>
    /// <exception cref="ArgumentException">They are of another network.</exception>
    internal void Start(TrainedWeights weights)
    {
        if (weights.Vector.Length != _graph.Layout.Size || weights.Statistics.Length != _graph.StatisticsSize)
        {
            throw new ArgumentException("The weights are of another network.", nameof(weights));
        }

        foreach (var prefix in new[] { "", "average_" })
        {
            weights.Vector.CopyTo(_state[_current][$"{prefix}weights"].GetTensorMutableDataAsSpan<float>());
            if (weights.Statistics.Length > 0)
            {
                weights.Statistics.CopyTo(_state[_current][$"{prefix}statistics"].GetTensorMutableDataAsSpan<float>());
            }
        }
    }

    /// <summary>Everything that a later session needs to go on, in a fixed order.</summary>
    public IReadOnlyList<(string Name, float[] Values)> Save() =>
        [.. _graph.State.Select(vector => (vector.Name, Read(vector.Name)))];

    /// <summary>Goes on from saved state.</summary>
    /// <exception cref="ArgumentException">The state is of another network or optimiser.</exception>
    public void Restore(IReadOnlyList<(string Name, float[] Values)> state, int steps)
    {
        var expected = _graph.State.Select(vector => (vector.Name, vector.Size));
        if (!state.Select(vector => (vector.Name, vector.Values.Length)).SequenceEqual(expected))
        {
            throw new ArgumentException("The saved state is of another network or optimiser.", nameof(state));
        }

        foreach (var (name, values) in state)
        {
            values.CopyTo(_state[_current][name].GetTensorMutableDataAsSpan<float>());
        }

        Steps = steps;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var disposable in _bindings.Cast<IDisposable>()
            .Concat(_state.SelectMany(side => side.Values))
            .Concat(_inputs.Values)
            .Append(_loss)
            .Append(_session)
            .Append(_runOptions))
        {
            disposable.Dispose();
        }
    }

    private OrtIoBinding Bind(Dictionary<string, OrtValue> from, Dictionary<string, OrtValue> to)
    {
        var binding = _session.CreateIoBinding();
        foreach (var (name, value) in _inputs.Concat(from).Where(input => _session.InputMetadata.ContainsKey(input.Key)))
        {
            binding.BindInput(name, value);
        }

        binding.BindOutput(TrainingGraph.Loss, _loss);
        foreach (var (name, value) in to)
        {
            binding.BindOutput(TrainingGraph.NextPrefix + name, value);
        }

        return binding;
    }

    private void Initialize(float[] weights)
    {
        weights.CopyTo(_state[0]["weights"].GetTensorMutableDataAsSpan<float>());
        weights.CopyTo(_state[0]["average_weights"].GetTensorMutableDataAsSpan<float>());
        foreach (var name in _state[0].Keys.Where(name => name.EndsWith("statistics", StringComparison.Ordinal)))
        {
            // Means start at 0, variances at 1.
            _state[0][name].GetTensorMutableDataAsSpan<float>()[(_graph.StatisticsSize / 2)..].Fill(1);
        }
    }

    private void Set(string name, float value) => _inputs[name].GetTensorMutableDataAsSpan<float>()[0] = value;

    private float[] Read(string name) => _state[_current][name].GetTensorDataAsSpan<float>().ToArray();
}
