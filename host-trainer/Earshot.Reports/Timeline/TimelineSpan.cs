namespace Earshot.Reports.Timeline;

/// <summary>Something that lasts, or an instant.</summary>
/// <param name="From">When it begins, in seconds.</param>
/// <param name="To">When it ends, in seconds; the same for an instant.</param>
/// <param name="Text">What it is.</param>
/// <param name="Color">Its colour.</param>
public sealed record TimelineSpan(double From, double To, string Text, SpanColor Color)
{
    /// <summary>Its place in the palette of the classes, for <see cref="SpanColor.Class"/>.</summary>
    public int Class { get; init; }
}
