namespace Earshot;

/// <summary>The model as the settings want it: with thresholds, durations and smoothing that a downlink has set.</summary>
public static class ModelTuning
{
    /// <summary>Makes a model that differs from another only in what the settings say.</summary>
    public static SoundModel Apply(SoundModel model, NodeSettings settings)
    {
        SoundClass[] classes = new SoundClass[model.Classes.Length];
        for (int index = 0; index < classes.Length; index++)
        {
            SoundClass own = model.Classes[index];
            bool isSet = settings.OnThreshold(index) > 0;
            bool hasDuration = settings.MinimumDuration(index) > 0;
            classes[index] = !isSet && !hasDuration ? own : new SoundClass(
                own.Label,
                own.IsBackground,
                isSet ? settings.OnThreshold(index) : own.OnThreshold,
                isSet ? settings.OffThreshold(index) : own.OffThreshold,
                hasDuration ? settings.MinimumDuration(index) : own.MinimumDuration);
        }

        return new SoundModel(
            model.Name,
            classes,
            model.SampleRate,
            model.HopSamples,
            model.WindowHops,
            model.DecisionHops,
            settings.Smoothing >= 0 ? settings.Smoothing : model.Smoothing,
            model.QuietLevel);
    }

    /// <summary>The event detector's times as the settings want them.</summary>
    public static EventDetectorSettings Detection(NodeSettings settings)
    {
        EventDetectorSettings detection = new EventDetectorSettings();
        detection.QuietHold = settings.QuietHold;
        detection.TakeOver = settings.TakeOver;
        detection.MaximumDuration = settings.LongestEvent;
        detection.GateRange = settings.GateRange;
        return detection;
    }
}
