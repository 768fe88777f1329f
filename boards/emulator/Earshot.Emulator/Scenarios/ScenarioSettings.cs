using Earshot.Emulator.Classification;

namespace Earshot.Emulator.Scenarios;

/// <summary>What a scenario runs with, beside its file.</summary>
public sealed record ScenarioSettings
{
    /// <summary>The model pack in the deployment region; empty for none.</summary>
    public byte[] DeployedModel { get; init; } = [];

    /// <summary>The model pack compiled into the firmware; empty for none.</summary>
    public byte[] BuiltInModel { get; init; } = [];

    /// <summary>What native code costs.</summary>
    public NativeCost Cost { get; init; } = new();

    /// <summary>Opens a pack; by default with the C module.</summary>
    public Func<ReadOnlyMemory<byte>, IInferenceEngine> OpenModel { get; init; } = CModuleEngine.Open;

    /// <summary>Takes notes for a timeline or a live view; null when nobody asks.</summary>
    public ScenarioRecorder? Recorder { get; init; }
}
