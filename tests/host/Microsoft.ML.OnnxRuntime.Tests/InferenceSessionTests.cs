using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Xunit;

namespace Earshot.OnnxRuntimeTests;

public class InferenceSessionTests
{
    [Fact]
    public void RunReturnsTheOutputs()
    {
        using var session = new InferenceSession(SmallModel.Bytes());
        using var input = OrtValue.CreateTensorValueFromMemory([1f, 2f, 3f, 4f], [2, 2]);
        using var options = new RunOptions();
        using var results = session.Run(options, new Dictionary<string, OrtValue> { ["x"] = input }, ["y"]);
        Assert.Equal([2f, 3f, 4f, 5f], results[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([2L, 2L], results[0].GetTensorTypeAndShape().Shape);
        Assert.Equal(TensorElementType.Float, results[0].GetTensorTypeAndShape().ElementDataType);
    }

    [Fact]
    public void RunWritesIntoGivenOutputs()
    {
        using var session = new InferenceSession(SmallModel.Bytes());
        using var input = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        using var output = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [1, 2]);
        session.Run(null!, ["x"], [input], ["y"], [output]);
        Assert.Equal([2f, 3f], output.GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void BoundRunsSeeNewContentOfTheSameMemory()
    {
        using var session = new InferenceSession(SmallModel.Bytes());
        float[] data = [1f, 2f];
        using var input = OrtValue.CreateTensorValueFromMemory(data, [1, 2]);
        using var output = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [1, 2]);
        using var binding = session.CreateIoBinding();
        using var options = new RunOptions();
        binding.BindInput("x", input);
        binding.BindOutput("y", output);
        session.RunWithBinding(options, binding);
        data[0] = 10f;
        using var results = session.RunWithBoundResults(options, binding);
        Assert.Equal([11f, 3f], output.GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([11f, 3f], results[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal(["y"], binding.GetOutputNames());
    }

    [Fact]
    public void MetadataIsReadFromTheModel()
    {
        using var session = new InferenceSession(SmallModel.Bytes());
        Assert.Equal(["x"], session.InputNames);
        Assert.Equal(["y"], session.OutputNames);
        var input = session.InputMetadata["x"];
        Assert.Equal([-1, 2], input.Dimensions);
        Assert.Equal(["n", ""], input.SymbolicDimensions);
        Assert.Equal(typeof(float), input.ElementType);
        Assert.Equal("tests", session.ModelMetadata.ProducerName);
        Assert.Equal("add-one", session.ModelMetadata.GraphName);
        Assert.Equal(7, session.ModelMetadata.Version);
        Assert.Equal("chien,vélo", session.ModelMetadata.CustomMetadataMap["labels"]);
    }

    [Fact]
    public void AModelFileWithASpaceAndAnAccentInItsPathLoads()
    {
        var path = Path.Combine(Path.GetTempPath(), $"modèle {Guid.NewGuid():N}.onnx");
        File.WriteAllBytes(path, SmallModel.Bytes());
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                EnableMemoryPattern = false,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            using var session = new InferenceSession(path, options);
            Assert.Equal(["y"], session.OutputNames);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void TheLibraryReportsItsErrors()
    {
        var garbage = Assert.Throws<OnnxRuntimeException>(() => new InferenceSession([1, 2, 3]));
        Assert.StartsWith("[ErrorCode:", garbage.Message);
        using var session = new InferenceSession(SmallModel.Bytes());
        using var wrong = OrtValue.CreateTensorValueFromMemory([1f, 2f, 3f], [1, 3]);
        Assert.Contains("x", Assert.Throws<OnnxRuntimeException>(() => session.Run(null!, ["x"], [wrong], ["y"])).Message);
        Assert.Contains("'z'", Assert.Throws<OnnxRuntimeException>(() => session.Run(null!, ["z"], [wrong], ["y"])).Message);
        Assert.Throws<ArgumentException>(() => session.Run(null!, ["x"], [], ["y"]));
    }

    [Fact]
    public void TerminateEndsARun()
    {
        using var session = new InferenceSession(SmallModel.Bytes());
        using var input = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        using var options = new RunOptions { Terminate = true };
        Assert.Throws<OnnxRuntimeException>(() => session.Run(options, ["x"], [input], ["y"]));
        options.Terminate = false;
        using var results = session.Run(options, ["x"], [input], ["y"]);
        Assert.Single(results);
    }

    [Fact]
    public void TensorsCheckTheirTypeAndSize()
    {
        using var value = OrtValue.CreateTensorValueFromMemory(new sbyte[] { -1, 2 }, [2]);
        Assert.Equal([-1, 2], value.GetTensorMutableDataAsSpan<sbyte>().ToArray());
        Assert.Throws<OnnxRuntimeException>(() => value.GetTensorDataAsSpan<float>().Length);
        Assert.Throws<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory([1f], [2]));
        value.Dispose();
        Assert.Throws<ObjectDisposedException>(() => value.GetTensorDataAsSpan<sbyte>().Length);
    }

    [Fact]
    public void TheEnvironmentNamesItsLibrary()
    {
        Assert.StartsWith("1.", OrtEnv.Instance().GetVersionString());
        Assert.Contains("CPUExecutionProvider", OrtEnv.Instance().GetAvailableProviders());
        Assert.Equal("Cpu", OrtMemoryInfo.DefaultInstance.Name);
        Assert.Equal("Cpu", OrtAllocator.DefaultInstance.Info.Name);
    }
}
