using Earshot.Training.Models;
using Earshot.Training.Networks;
using Xunit;

namespace Earshot.Training.Tests.Models;

/// <summary>
/// The thesis' networks against the shapes that its repository records for 31 frames of 60 bands
/// (data/results/20190511-2353-0e60 of github.com/jonnor/ESC-CNN-microcontroller).
/// </summary>
public class ThesisModelTests
{
    [Theory]
    [InlineData("sb-cnn", 3, 2, 48)]
    [InlineData("sb-cnn-ds", 3, 2, 48)]
    [InlineData("stride", 2, 6, 49)]
    [InlineData("stride-ds-24", 2, 6, 54)]
    [InlineData("stride-ds-20", 2, 6, 45)]
    [InlineData("stride-ds-16", 2, 6, 36)]
    [InlineData("stride-ds-12", 2, 6, 27)]
    [InlineData("stride-ds-3x3", 1, 3, 81)]
    [InlineData("stride-btln-ds", 1, 5, 49)]
    [InlineData("stride-effnet", 1, 8, 49)] // 9 bands there, where zeros are padded before the last stride
    public void TheLastConvolutionHasTheShapeOfTheThesis(string name, int frames, int bands, int channels)
    {
        var network = ModelZoo.Build(name, frames: 31, bands: 60, classes: 10);

        Assert.Equal(new ImageShape(channels, frames, bands), network.Layers.OfType<ConvolutionLayer>().Last().Output);
        Assert.Equal([64, 10], network.Layers.OfType<DenseLayer>().Select(layer => layer.Output.Channels));
    }

    [Theory]
    [InlineData("sb-cnn", 31, 60, 24)]
    [InlineData("stride", 16, 30, 22)]
    [InlineData("stride-ds-12", 16, 30, 12)]
    public void TheFirstConvolutionHasTheShapeOfTheThesis(string name, int frames, int bands, int channels)
    {
        var network = ModelZoo.Build(name, frames: 31, bands: 60, classes: 10);

        Assert.Equal(new ImageShape(channels, frames, bands), network.Layers[0].Output);
    }

    /// <summary>LD-CNN's two heads differ only in what they read, and both reach the logits.</summary>
    [Theory]
    [InlineData("ld-cnn")]
    [InlineData("d-cnn")]
    public void BothHeadsMeet(string name)
    {
        var network = ModelZoo.Build(name, frames: 62, bands: 40, classes: 10);
        var meeting = Assert.Single(network.Layers, layer => layer.Inputs.Count == 2);
        var onFeatures = network.Layers.Where(layer => layer.Inputs.Count == 0).OfType<ConvolutionLayer>().ToArray();

        Assert.Equal(2, onFeatures.Length);
        Assert.Equal(meeting.Inputs[0].Output, meeting.Inputs[1].Output);
        Assert.Equal([-4f / 60, 0, 4f / 60], new[] { 0, 4, 8 }.Select(tap => onFeatures[1].StartWeights![tap]));
    }
}
