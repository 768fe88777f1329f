namespace Earshot.Training.Evaluation;

/// <summary>How the windows of a clip make one decision. Only full windows that are not quiet have a vote.</summary>
public enum DecisionRule
{
    /// <summary>The class with the highest mean probability.</summary>
    Mean,

    /// <summary>The class that most windows choose; the mean probability decides between equals.</summary>
    Majority,
}
