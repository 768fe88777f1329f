using Earshot.Native;

namespace Earshot.Emulator.Classification;

/// <summary>The C module itself, compiled for the host: the same code and the same bits as on the board.</summary>
public sealed class CModuleEngine : IInferenceEngine
{
    private readonly Model _model;
    private readonly Engine _engine;

    private readonly bool _ownsModel;

    internal CModuleEngine(Model model, ReadOnlySpan<byte> pack, bool ownsModel)
    {
        _model = model;
        _ownsModel = ownsModel;
        _engine = new Engine(_model);
        Model = Describe(_model, NetworkWork.PerDecision(pack));
    }

    /// <inheritdoc/>
    public ModelFacts Model { get; }

    /// <inheritdoc/>
    public int Level => (int)Math.Round(_engine.Level * 256);

    /// <summary>Opens a pack.</summary>
    /// <exception cref="ModelRejectedException">The C module does not accept it.</exception>
    public static IInferenceEngine Open(ReadOnlyMemory<byte> pack) => new CModuleEngine(OpenModel(pack.Span), pack.Span, ownsModel: true);

    /// <summary>Opens a pack that several engines may share.</summary>
    /// <exception cref="ModelRejectedException">The C module does not accept it.</exception>
    internal static Model OpenModel(ReadOnlySpan<byte> pack)
    {
        var status = Native.Model.Check(pack);
        return status == EarshotStatus.Ok
            ? Native.Model.Open(pack)
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
        if (_ownsModel)
        {
            _model.Dispose();
        }
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
