using Earshot.Quantization.Calibration;

namespace Earshot.Quantization;

/// <summary>Choices of post-training quantisation.</summary>
public sealed record QuantizationOptions
{
    /// <summary>How ranges are chosen; null tries every method and takes the one that agrees best with the float model.</summary>
    public CalibrationMethod? Method { get; init; }

    /// <summary>Whether channel ranges are equalised between neighbouring layers; null tries both.</summary>
    public bool? Equalize { get; init; }

    /// <summary>Whether the mean error of each output channel is taken out of its bias; null tries both.</summary>
    public bool? CorrectBias { get; init; }

    /// <summary>The largest number of calibration windows that are used, evenly spread over those given.</summary>
    public int Windows { get; init; } = 512;

    /// <summary>Whether the model keeps time in the last axis.</summary>
    public bool BandsFirst { get; init; }

    /// <summary>Throws when an option is out of range.</summary>
    /// <exception cref="InputException">Names the option and its range.</exception>
    public void Validate()
    {
        if (Windows < 1)
        {
            throw new InputException(nameof(Windows), "its value is out of range.", "Make it at least 1.");
        }
    }
}
