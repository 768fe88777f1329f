namespace Earshot.Deployment.Checks;

/// <summary>The result of one check.</summary>
/// <param name="Subject">What was checked, such as "app".</param>
/// <param name="State">What came out.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What to do about it; empty where nothing needs doing.</param>
public sealed record Finding(string Subject, FindingState State, string Text, string Remedy = "");
