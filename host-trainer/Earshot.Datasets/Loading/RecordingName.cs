using System.Text.RegularExpressions;

namespace Earshot.Datasets.Loading;

/// <summary>What a clip's file name says about the recording that it was cut from.</summary>
/// <param name="Recording">The part of the name that stands for the recording; the whole name where nothing is known.</param>
/// <param name="IsCertain">Whether the name follows a published scheme; otherwise it only looks like one.</param>
internal sealed partial record RecordingName(string Recording, bool IsCertain)
{
    /// <summary>
    /// Knows ESC-50's <c>fold-recording-take-target</c>, UrbanSound8K's <c>recording-class-occurrence-slice</c> and
    /// Speech Commands' <c>speaker_nohash_number</c>; otherwise takes what stands before a number at the end.
    /// </summary>
    public static RecordingName Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        foreach (var scheme in (Regex[])[Esc50(), UrbanSound8K(), SpeechCommands()])
        {
            if (scheme.Match(name) is { Success: true } match)
            {
                return new RecordingName(match.Groups[1].Value, true);
            }
        }

        return NumberAtEnd().Match(name) is { Success: true } numbered
            ? new RecordingName(numbered.Groups[1].Value, false)
            : new RecordingName(name, true);
    }

    [GeneratedRegex("^[0-9]-([0-9]+)-[A-Z]-[0-9]+$")]
    private static partial Regex Esc50();

    [GeneratedRegex("^([0-9]+)-[0-9]+-[0-9]+-[0-9]+$")]
    private static partial Regex UrbanSound8K();

    [GeneratedRegex("^(.+)_nohash_[0-9]+$")]
    private static partial Regex SpeechCommands();

    [GeneratedRegex("^(.+?)[-_. ]+[0-9]+$")]
    private static partial Regex NumberAtEnd();
}
