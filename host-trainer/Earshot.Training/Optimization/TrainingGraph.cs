using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Optimization;

/// <summary>
/// One training step as one ONNX model: forward, loss, backward, gradient clipping, optimiser, running statistics of batch
/// normalisation and the averages of weights and statistics.
/// </summary>
public sealed class TrainingGraph
{
    internal const string Features = "features";
    internal const string Targets = "targets";
    internal const string Taught = "taught";
    internal const string LearningRate = "learning_rate";
    internal const string Step = "step";
    internal const string AverageRate = "average_rate";
    internal const string Loss = "loss";
    internal const string NextPrefix = "next_";

    /// <summary>How much of the running statistics of batch normalisation each step renews.</summary>
    private const float StatisticsRate = 0.1f;

    /// <summary>Builds the graph.</summary>
    /// <param name="network">What to train.</param>
    /// <param name="batch">Windows in a step; fixed.</param>
    /// <param name="optimizer">The optimiser.</param>
    /// <param name="labelSmoothing">See <see cref="Losses.CrossEntropy"/>.</param>
    /// <param name="distillation">How much is learnt from teachers; null for nothing.</param>
    /// <param name="grids">
    /// The int8 grids of the deployed model's tensors, for quantisation-aware training; null to compute in float. The network
    /// must then be free of batch normalisation, which the deployed model has not either.
    /// </param>
    public TrainingGraph(
        NetworkDefinition network,
        int batch,
        OptimizerOptions optimizer,
        float labelSmoothing,
        DistillationSettings? distillation = null,
        IReadOnlyDictionary<string, QuantizationParameters>? grids = null)
    {
        Network = network;
        Batch = batch;
        Layout = new ParameterLayout(network);
        StatisticsSize = 2 * network.Layers.Sum(layer => layer.NormalizedChannels);
        MomentCount = Optimizer.Moments(optimizer.Kind);
        Model = Build(optimizer, labelSmoothing, distillation, grids);
    }

    /// <summary>What is trained.</summary>
    public NetworkDefinition Network { get; }

    /// <summary>Windows in a step.</summary>
    public int Batch { get; }

    /// <summary>Where each tensor lies in the vector of weights.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>Length of the vector of running means, then variances.</summary>
    public int StatisticsSize { get; }

    /// <summary>Vectors that the optimiser keeps.</summary>
    public int MomentCount { get; }

    /// <summary>The ONNX model.</summary>
    public ModelProto Model { get; }

    /// <summary>Inputs that dropout multiplies with.</summary>
    internal IReadOnlyList<DropoutMask> DropoutMasks { get; private set; } = [];

    /// <summary>The state's vectors: each is an input, and with the prefix <see cref="NextPrefix"/> an output.</summary>
    internal IReadOnlyList<(string Name, int Size)> State
    {
        get
        {
            var state = new List<(string Name, int Size)> { ("weights", Layout.Size), ("average_weights", Layout.Size) };
            state.AddRange(Enumerable.Range(0, MomentCount).Select(moment => ($"moment_{moment}", Layout.Size)));
            if (StatisticsSize > 0)
            {
                state.Add(("statistics", StatisticsSize));
                state.Add(("average_statistics", StatisticsSize));
            }

            return state;
        }
    }

    private ModelProto Build(
        OptimizerOptions options,
        float labelSmoothing,
        DistillationSettings? distillation,
        IReadOnlyDictionary<string, QuantizationParameters>? grids)
    {
        var graph = new GraphBuilder();
        var features = graph.Input(Features, Batch, Network.Input.Channels, Network.Input.Height, Network.Input.Width);
        var targets = graph.Input(Targets, Batch, Network.Classes);
        var learningRate = graph.Input(LearningRate, 1);
        var step = graph.Input(Step, 1);
        var averageRate = graph.Input(AverageRate, 1);
        var state = State.ToDictionary(vector => vector.Name, vector => graph.Input(vector.Name, vector.Size));
        var forward = new NetworkLowering(Network, features, state["weights"], grids);
        DropoutMasks = forward.DropoutMasks;
        var loss = distillation is null
            ? Losses.CrossEntropy(forward.Logits, targets, labelSmoothing)
            : Losses.Distillation(
                forward.Logits,
                targets,
                graph.Input(Taught, Batch, Network.Classes),
                distillation.Weight,
                distillation.Temperature,
                labelSmoothing);
        var gradients = Gradients.Of(loss, forward.Parameters);
        graph.IsRecording = false;
        var gradient = Shaping.Concat([.. gradients.Select(tensor => tensor.Reshape(tensor.Size))], 0);
        var decayMask = graph.Constant(Layout.DecayMask(), Layout.Size);
        Tensor[] moments = [.. Enumerable.Range(0, MomentCount).Select(moment => state[$"moment_{moment}"])];
        var (weights, nextMoments) = Optimizer.Step(state["weights"], gradient, moments, decayMask, learningRate, step, options);
        graph.Output(Loss, loss.Reshape(1));
        Next(graph, "weights", weights);
        Next(graph, "average_weights", Approach(state["average_weights"], weights, averageRate));
        for (var moment = 0; moment < MomentCount; moment++)
        {
            Next(graph, $"moment_{moment}", nextMoments[moment]);
        }

        if (forward.Statistics is { } batchStatistics)
        {
            var statistics = Approach(state["statistics"], batchStatistics, graph.Constant([StatisticsRate], 1));
            Next(graph, "statistics", statistics);
            Next(graph, "average_statistics", Approach(state["average_statistics"], statistics, averageRate));
        }

        return graph.Build(Network.Name);
    }

    private static void Next(GraphBuilder graph, string name, Tensor tensor) => graph.Output(NextPrefix + name, tensor);

    /// <summary>An exponential moving average: a step from <paramref name="average"/> towards <paramref name="value"/>.</summary>
    private static Tensor Approach(Tensor average, Tensor value, Tensor rate) => average + ((value - average) * rate);
}
