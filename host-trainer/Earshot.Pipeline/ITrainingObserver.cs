namespace Earshot.Pipeline;

/// <summary>Follows a training run.</summary>
public interface ITrainingObserver
{
    /// <summary>A stage has got further.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="fraction">Done of it, 0 to 1.</param>
    /// <param name="status">What it is doing, in a few words.</param>
    void Report(TrainingStage stage, double fraction, string status);
}
