namespace Earshot.Experiments.Running;

/// <summary>Follows an experiment. Its methods are called from several threads, but never two at a time.</summary>
public interface IExperimentObserver
{
    /// <summary>The experiment has got further.</summary>
    /// <param name="fraction">Done, 0 to 1.</param>
    /// <param name="status">What it is doing, in a few words.</param>
    void Report(double fraction, string status);

    /// <summary>A run has ended, or was found finished.</summary>
    /// <param name="message">What it came to, in a sentence.</param>
    void Finished(string message);
}
