namespace Earshot.FieldTrials;

/// <summary>Tells on standard error how far a long run is, every fifty.</summary>
internal sealed class CountProgress : IProgress<int>
{
    private const int Step = 50;

    /// <inheritdoc/>
    public void Report(int value)
    {
        if (value % Step == 0)
        {
            Console.Error.WriteLine(value);
        }
    }
}
