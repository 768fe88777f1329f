namespace Earshot.FieldTrials;

/// <summary>Tells on standard error how far a long run is, every six virtual hours.</summary>
internal sealed class HourlyProgress : IProgress<TimeSpan>
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(6);

    private TimeSpan _next = Step;

    /// <inheritdoc/>
    public void Report(TimeSpan value)
    {
        if (value >= _next)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{value.TotalHours:F0} h"));
            _next += Step;
        }
    }
}
