namespace Earshot.Training.Evaluation;

/// <summary>What a model said of one clip.</summary>
/// <param name="Name">The clip.</param>
/// <param name="Label">The index of its class.</param>
/// <param name="Probabilities">The clip's mean probabilities, [classes].</param>
public sealed record ClipResult(string Name, int Label, float[] Probabilities)
{
    /// <summary>The class that the model chose.</summary>
    public int Predicted => ClipDecision.Best(Probabilities);

    /// <summary>Whether the model chose the clip's class.</summary>
    public bool IsRight => Predicted == Label;
}
