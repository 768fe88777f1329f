namespace Earshot.Training.Running;

/// <summary>A linear warm-up, then half a cosine to zero (Loshchilov and Hutter, 2017).</summary>
/// <param name="Highest">The learning rate after the warm-up.</param>
/// <param name="WarmUpSteps">Steps of the warm-up.</param>
/// <param name="Steps">All steps.</param>
internal sealed record LearningRateSchedule(float Highest, int WarmUpSteps, int Steps)
{
    /// <summary>The learning rate of a step, counted from 0.</summary>
    internal float At(int step)
    {
        if (step < WarmUpSteps)
        {
            return Highest * (step + 1) / WarmUpSteps;
        }

        var progress = (double)(step - WarmUpSteps) / Math.Max(1, Steps - WarmUpSteps);
        return (float)(Highest * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(progress, 1))));
    }
}
