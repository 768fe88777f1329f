namespace Earshot.Reports.Timeline;

/// <summary>What a span's colour says.</summary>
public enum SpanColor
{
    /// <summary>Nothing.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not as it should be.</summary>
    Bad,

    /// <summary>Something of interest.</summary>
    Accent,

    /// <summary>A class of the model.</summary>
    Class,
}
