namespace Earshot.Deployment.Checks;

/// <summary>Collects findings; bad input found on the way becomes one of them instead of ending the checks.</summary>
public sealed class Checklist
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What stands in the way of a deployment.</summary>
    public IEnumerable<Finding> Bad => _findings.Where(finding => finding.State == FindingState.Bad);

    /// <summary>Adds what is as it must be.</summary>
    public void Good(string subject, string text) => _findings.Add(new Finding(subject, FindingState.Good, text));

    /// <summary>Adds what could not be checked.</summary>
    public void Warn(string subject, string text, string remedy) => _findings.Add(new Finding(subject, FindingState.Warning, text, remedy));

    /// <summary>Adds what is wrong.</summary>
    public void Fail(string subject, string text, string remedy) => _findings.Add(new Finding(subject, FindingState.Bad, text, remedy));

    /// <summary>Adds one or the other.</summary>
    /// <returns>The condition.</returns>
    public bool Expect(bool condition, string subject, string good, string bad, string remedy)
    {
        _findings.Add(condition ? new Finding(subject, FindingState.Good, good) : new Finding(subject, FindingState.Bad, bad, remedy));
        return condition;
    }

    /// <summary>Runs a step; bad input that it meets is added as wrong.</summary>
    /// <returns>The step's result, or null.</returns>
    public T? Try<T>(string subject, Func<T> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (InputException exception)
        {
            Fail(subject, $"{exception.Origin}: {exception.Problem}", exception.Remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(subject, exception.Message, "Close what uses the file, or give one that can be read.");
        }

        return null;
    }
}
