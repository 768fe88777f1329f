using Earshot.Datasets;
using Earshot.Native;
using Earshot.Quantization;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>What to train, on what, and where the results go.</summary>
public sealed record TrainingRequest
{
    /// <summary>The dataset, split.</summary>
    public required HeldOutSplit Split { get; init; }

    /// <summary>Auxiliary sounds to learn from beside the dataset's; null for none.</summary>
    public AuxiliarySounds? Auxiliary { get; init; }

    /// <summary>The front end; its statistics are measured on the training clips.</summary>
    public FrontEndConfiguration FrontEnd { get; init; } = DefaultFrontEnd.Configuration;

    /// <summary>The options of the training.</summary>
    public TrainingOptions Options { get; init; } = new();

    /// <summary>
    /// Float models to learn from (<see cref="TrainingOptions.DistillationWeight"/>): each the folder of a finished run or an
    /// ONNX file. They must have been trained on the same clips; with <see cref="Auxiliary"/>, beside the same auxiliary sounds.
    /// </summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];

    /// <summary>
    /// The folder of a finished run of the same network to start from (transfer learning); its classes may be others. Null
    /// starts from random weights. It must not have heard the clips of the held-out fold, which nothing here can tell.
    /// </summary>
    public string? Pretrained { get; init; }

    /// <summary>How the float model becomes int8.</summary>
    public QuantizationOptions Quantization { get; init; } = new();

    /// <summary>The run folder; created when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public required string Command { get; init; }
}
