namespace Earshot.Node;

/// <summary>What is set up differently from node to node.</summary>
public sealed class NodeConfiguration
{
    /// <summary>The serial port that the radio is on.</summary>
    public string RadioPort { get; set; } = "COM6";

    /// <summary>Its speed.</summary>
    public int RadioBaudRate { get; set; } = 115200;

    /// <summary>Milliseconds that a line may take.</summary>
    public int RadioTimeout { get; set; } = 1000;

    /// <summary>Where the model is.</summary>
    public ModelSource Model { get; set; } = ModelSource.Deployed;

    /// <summary>Sound pressure level of a full-scale sine in dB, from the microphone's sensitivity and its amplifier's gain.</summary>
    public int FullScaleLevel { get; set; } = 120;

    /// <summary>Times that events go by.</summary>
    public EventDetectorSettings Events { get; set; } = new EventDetectorSettings();
}
