using Earshot.Datasets.Synthetic;
using Earshot.Native;
using Earshot.Onnx;
using Earshot.Quantization;
using Earshot.TestSupport;
using Earshot.Training.Running;
using Xunit;

namespace Earshot.Pipeline.Tests;

public sealed class ModelQuantizationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void QuantizationAwareTrainingMakesAnotherInt8ModelOfTheSameFloatModel()
    {
        var aware = TrainingPipeline.Run(
            new TrainingRequest
            {
                Split = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).HoldOut(2),
                Options = new TrainingOptions
                {
                    Epochs = 1,
                    BatchSize = 16,
                    Threads = 1,
                    QuantizationMode = QuantizationMode.Aware,
                    QuantizationEpochs = 1,
                },
                Folder = _folder.FullPath,
                Command = "earshot train synthetic",
            },
            new Silent(),
            CancellationToken.None);

        Assert.True(aware.Quantized.IsTrained);
        var untrained = PostTrainingQuantizer.Quantize(aware.Trained.Model.Model, "float", aware.Quantized.Parameters);
        Assert.NotEqual(OnnxFile.ToBytes(untrained), OnnxFile.ToBytes(aware.Quantized.Model));
        // What was trained for is what the C module computes.
        Assert.True(aware.Evaluation.Agreement.EqualShare >= 0.99);
        using var model = Model.Open(aware.Packed.Bytes);
        Assert.Equal(aware.Quantized.Parameters["logits"].Scale, model.LogitsScale);
    }

    private sealed class Silent : ITrainingObserver
    {
        public void Report(TrainingStage stage, double fraction, string status)
        {
        }
    }
}
