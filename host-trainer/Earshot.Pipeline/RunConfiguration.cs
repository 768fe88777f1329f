using Earshot.Native;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>What a run was: enough to repeat it and to evaluate it.</summary>
public sealed record RunConfiguration
{
    /// <summary>The dataset as the user named it.</summary>
    public required string Dataset { get; init; }

    /// <summary>The classes, in the order of the model's outputs.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The classes of auxiliary sounds that were learnt beside them; none of them is in the model.</summary>
    public IReadOnlyList<string> AuxiliaryLabels { get; init; } = [];

    /// <summary>The fold that was kept for the test.</summary>
    public required int HeldOutFold { get; init; }

    /// <summary>Number of clips that were trained on.</summary>
    public required int TrainingClips { get; init; }

    /// <summary>The front end with the training clips' statistics.</summary>
    public required FrontEndConfiguration FrontEnd { get; init; }

    /// <summary>The options of the training.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>The models it learnt from, by file and SHA-256.</summary>
    public IReadOnlyList<ModelReference> Teachers { get; init; } = [];

    /// <summary>The model that it started from, by checkpoint and SHA-256 of its weights; null for random weights.</summary>
    public ModelReference? Pretrained { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }
}
