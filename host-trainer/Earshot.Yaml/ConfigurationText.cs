namespace Earshot.Yaml;

/// <summary>Reads the text of YAML files that users write.</summary>
public static class ConfigurationText
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it is to be, such as "an experiment".</param>
    /// <param name="templateCommand">The command that prints one to start from.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static string Read(string path, string kind, string templateCommand)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                path, $"it cannot be read ({exception.Message}).", $"Give {kind} in YAML; '{templateCommand}' prints one to start from.", exception);
        }
    }
}
