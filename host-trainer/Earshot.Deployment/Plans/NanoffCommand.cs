namespace Earshot.Deployment.Plans;

/// <summary>One call of <c>nanoff</c>.</summary>
/// <param name="Purpose">What it does, for people.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record NanoffCommand(string Purpose, IReadOnlyList<string> Arguments)
{
    /// <summary>The command as one would type it.</summary>
    public override string ToString() => string.Join(' ', Arguments.Select(Quoted).Prepend("nanoff"));

    private static string Quoted(string argument) => argument.Any(char.IsWhiteSpace) ? $"\"{argument}\"" : argument;
}
