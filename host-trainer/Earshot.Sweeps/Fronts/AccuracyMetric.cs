namespace Earshot.Sweeps.Fronts;

/// <summary>
/// What a sweep maximises. All of it is measured on validation folds: a fold that is reported must not choose anything.
/// </summary>
public enum AccuracyMetric
{
    /// <summary>Clip accuracy of the float model on the validation fold at the chosen epoch, mean over the trial's runs; 0 to 1.</summary>
    ValidationAccuracy,
}
