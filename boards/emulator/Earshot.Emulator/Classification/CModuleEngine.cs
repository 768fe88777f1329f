using Earshot.Native;

namespace Earshot.Emulator.Classification;

/// <summary>The C module itself, compiled for the host: the same code and the same bits as on the board.</summary>
public sealed class CModuleEngine : IInferenceEngine
{
    private readonly Model _model;
    private readonly Engine _engine;

    private CModuleEngine(ReadOnlySpan<byte> pack)
    {
        _model = Native.Model.Open(pack);
        _engine = new Engine(_model);
        Model = Describe(_model, NetworkWork.PerDecision(pack));
    }

    /// <inheritdoc/>
    public ModelFacts Model { get; }

    /// <inheritdoc/>
    public int Level => (int)Math.Round(_engine.Level * 256);

    /// <summary>Opens a pack.</summary>
    /// <exception cref="ModelRejectedException">The C module does not accept it.</exception>
    public static IInferenceEngine Open(ReadOnlyMemory<byte> pack)
    {
        var status = Native.Model.Check(pack.Span);
        return status == EarshotStatus.Ok
            ? new CModuleEngine(pack.Span)
            : throw new ModelRejectedException((int)status, EarshotException.TextOf(status));
    }

    /// <inheritdoc/>
    public int Push(ReadOnlySpan<short> samples) => (int)_engine.Push(samples).Decisions;

    /// <inheritdoc/>
    public bool TryReadScores(Span<sbyte> scores)
    {
        var latest = _engine.Scores;
        latest.CopyTo(scores);
        return !latest.IsEmpty;
    }

    /// <inheritdoc/>
    public void Reset() => _engine.Reset();

    /// <inheritdoc/>
    public void Dispose()
    {
        _engine.Dispose();
        _model.Dispose();
    }

    private static ModelFacts Describe(Model model, long multiplyAccumulates) => new()
    {
        Name = model.Name,
        Classes = [.. model.Classes.Select(description => new ModelClassFacts(
            description.Label,
            description.IsBackground,
            (int)Math.Round(description.OnThreshold * 256),
            (int)Math.Round(description.OffThreshold * 256),
            (int)description.MinimumDuration.TotalMilliseconds))],
        SampleRate = model.SampleRate,
        HopSamples = model.HopSamples,
        FrameSamples = model.FrameSamples,
        WindowHops = model.WindowColumns,
        DecisionHops = model.DecisionHop,
        SmoothingMilliseconds = (int)model.Smoothing.TotalMilliseconds,
        QuietLevel = (int)Math.Round(model.QuietLevel * 256),
        MultiplyAccumulates = multiplyAccumulates,
        ArenaBytes = model.ArenaBytes,
    };
}
