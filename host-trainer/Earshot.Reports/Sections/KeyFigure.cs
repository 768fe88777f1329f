namespace Earshot.Reports.Sections;

/// <summary>One number that matters.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number with its unit.</param>
/// <param name="Note">A few words on it, or null.</param>
/// <param name="Good">Whether it is as it should be; null where that is not judged.</param>
public sealed record KeyFigure(string Name, string Value, string? Note = null, bool? Good = null);
