using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using Earshot.Quantization.Calibration;
using Earshot.Quantization.Execution;
using Earshot.Quantization.References;
using Earshot.Quantization.Rewriting;

namespace Earshot.Quantization.Tests;

public class PostTrainingQuantizerTests
{
    private static readonly RandomNetwork Network = new RandomNetworkBuilder("network", 20, 12, 5)
        .Convolution(8, [3, 3], [1, 2]).Relu().Convolution(8, [3, 3], groups: 0).Relu().Pool("MaxPool", [2, 2], [2, 2])
        .Convolution(12, [1, 1]).Clip(0, 6).GlobalPool("GlobalAveragePool").Flatten().Dense(6).Finish();

    private static FeatureWindows Windows(int count, int seed = 3) => new RandomWeights(seed).Features(count, 20, 12, RandomNetworkBuilder.Features);

    [Fact]
    public void The_best_of_all_ways_is_taken_and_agrees_on_windows_that_it_has_not_seen()
    {
        var result = PostTrainingQuantizer.Quantize(Network.Model, "network.onnx", Windows(64), new QuantizationOptions());
        Assert.Equal(12, result.Trials.Count);
        Assert.Equal(result.Trials.Min(trial => trial.Divergence), result.Chosen.Divergence);

        var unseen = Windows(300, seed: 8);
        var expected = Probabilities.Of(Network.Model, "x", unseen, false, RunnerArithmetic.AsWritten);
        var actual = Probabilities.Of(result.Model, "x", unseen, false, RunnerArithmetic.Fused);
        Assert.InRange(expected.Divergence(actual), 0, 0.01);
        Assert.InRange(expected.SameClass(actual), 0.93, 1);
    }

    [Fact]
    public void A_method_can_be_asked_for()
    {
        var options = new QuantizationOptions { Method = CalibrationMethod.Percentile, Equalize = false, CorrectBias = true };
        var result = PostTrainingQuantizer.Quantize(Network.Model, "network.onnx", Windows(32), options);
        Assert.Equal([result.Chosen], result.Trials);
        Assert.Equal((CalibrationMethod.Percentile, false, true), (result.Chosen.Method, result.Chosen.Equalized, result.Chosen.BiasCorrected));
    }

    [Fact]
    public void Features_keep_the_scale_of_the_front_end_and_probabilities_have_steps_of_a_256th()
    {
        var graph = Quantized().Graph;
        Assert.Equal([RandomNetworkBuilder.Features.Scale], Constant(graph, "features_scale").Floats());
        Assert.Equal([RandomNetworkBuilder.Features.ZeroPoint], Constant(graph, "features_zero_point").Integers());
        Assert.Equal([1f / 256], Constant(graph, "probabilities_scale").Floats());
        Assert.Equal([-128], Constant(graph, "probabilities_zero_point").Integers());
    }

    [Fact]
    public void Rectified_tensors_use_all_of_int8_and_pooling_keeps_their_scale()
    {
        var graph = Quantized().Graph;
        Assert.Equal([-128], Constant(graph, "relu2_zero_point").Integers());
        var pooled = graph.Node.First(node => node.OpType == "MaxPool").Output[0];
        Assert.Equal(Constant(graph, "relu4_scale").Floats(), Constant(graph, $"{pooled}_scale").Floats());
    }

    [Fact]
    public void Weights_are_symmetric_per_channel_and_biases_count_products()
    {
        var graph = Quantized().Graph;
        var weights = Constant(graph, "conv1_weight_quantized");
        var scales = Constant(graph, "conv1_weight_scale").Floats();
        Assert.Equal(8, scales.Length);
        Assert.All(Constant(graph, "conv1_weight_zero_point").Integers(), zero => Assert.Equal(0, zero));
        Assert.All(weights.Integers().Chunk(9), channel => Assert.InRange(channel.Max(Math.Abs), 126, 127));
        Assert.Equal(scales.Select(scale => RandomNetworkBuilder.Features.Scale * scale), Constant(graph, "conv1_bias_scale").Floats());
    }

    [Fact]
    public void Factors_are_exact_for_the_fastest_requantisation()
    {
        var graph = Quantized().Graph;
        var output = Constant(graph, "relu2_scale").Floats()[0];
        Assert.All(Constant(graph, "conv1_weight_scale").Floats(), scale =>
            Assert.True(double.IsInteger(Math.ScaleB((double)(RandomNetworkBuilder.Features.Scale * scale / output), 33))));
    }

    [Fact]
    public void Bias_correction_takes_the_mean_error_out()
    {
        var prepared = Preparation.InferenceGraph.Prepare(Network.Model, "x");
        var plan = new QuantizationPlan(prepared.Graph);
        var windows = Windows(64);

        // Ranges that cut much off cause a mean error that the correction can be seen to remove.
        var ranges = ActivationObserver.Observe(prepared, plan, windows, "x").ToDictionary(
            pair => pair.Key, pair => new ActivationRange(pair.Value.Range.Minimum * 0.3f, pair.Value.Range.Maximum * 0.3f));
        ranges[plan.Input] = default;
        var parameters = plan.Parameters(ranges, windows.Parameters);
        var corrected = BiasCorrection.Apply(prepared, plan, parameters, windows, "x", false);
        var before = MeanError(QdqWriter.Write(prepared, plan, parameters, "x"));
        var after = MeanError(QdqWriter.Write(corrected, plan, parameters, "x"));
        Assert.True(after < 0.5 * before, $"{after} against {before}");

        double MeanError(ModelProto model)
        {
            using var reference = new ModelRunner(prepared, "x", [("conv6", TensorProto.Types.DataType.Float)]);
            using var quantized = new ModelRunner(model, "x", [("conv6", TensorProto.Types.DataType.Float)]);
            var (expected, actual) = (reference.Floats(windows, "conv6"), quantized.Floats(windows, "conv6"));
            var size = expected.Length / windows.Count / 12;
            return Enumerable.Range(0, 12).Max(channel => Math.Abs(Enumerable.Range(0, expected.Length)
                .Where(index => index / size % 12 == channel).Average(index => (double)actual[index] - expected[index])));
        }
    }

    [Fact]
    public void A_model_with_an_operator_that_cannot_be_quantised_is_refused()
    {
        var model = Network.Model.Clone();
        model.Graph.Node.First(node => node.OpType == "Relu").OpType = "Tanh";
        var error = Assert.Throws<InputException>(() => PostTrainingQuantizer.Quantize(model, "net.onnx", Windows(8), new QuantizationOptions()));
        Assert.Contains("Tanh", error.Problem);
        Assert.Equal("net.onnx", error.Origin);
    }

    [Fact]
    public void A_model_that_computes_no_numbers_is_refused()
    {
        var model = Network.Model.Clone();
        var bias = model.Graph.Initializer.First(tensor => tensor.Name == "conv1.bias");
        bias.RawData = TensorFactory.Float("x", [8], [float.NaN, 0, 0, 0, 0, 0, 0, 0]).RawData;
        var error = Assert.Throws<InputException>(() => PostTrainingQuantizer.Quantize(model, "net.onnx", Windows(8), new QuantizationOptions()));
        Assert.Contains("NaN", error.Problem);
    }

    [Fact]
    public void No_windows_are_refused() =>
        Assert.Contains("no windows", Assert.Throws<InputException>(
            () => PostTrainingQuantizer.Quantize(Network.Model, "net.onnx", Windows(0), new QuantizationOptions())).Problem);

    private static ModelProto Quantized() => PostTrainingQuantizer
        .Quantize(Network.Model, "network.onnx", Windows(32), new QuantizationOptions { Method = CalibrationMethod.MinimumMaximum, Equalize = false, CorrectBias = false })
        .Model;

    private static TensorProto Constant(GraphProto graph, string name) => graph.Initializer.First(tensor => tensor.Name == name);
}
