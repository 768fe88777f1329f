using Earshot.Native;
using Earshot.Quantization;
using Earshot.Training.Running;

namespace Earshot.Experiments.Configuration;

/// <summary>One recipe of several: the experiment's own with some keys changed.</summary>
public sealed record Candidate
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its front end.</summary>
    public required FrontEndConfiguration FrontEnd { get; init; }

    /// <summary>Its training.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Its quantisation.</summary>
    public required QuantizationOptions Quantization { get; init; }
}
