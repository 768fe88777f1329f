using System.Text;

namespace Earshot.ModemFuzz;

/// <summary>Gives the input to the line reader and both dialects, and holds what they make of it against a second opinion.</summary>
internal static class ParserHarness
{
    /// <summary>One run.</summary>
    /// <exception cref="BrokenPromiseException">The parser has done what it must not.</exception>
    public static void Run(byte[] input)
    {
        var reader = new AtLineReader();
        var lines = new List<string>();
        foreach (var value in input)
        {
            if (reader.Add(value))
            {
                lines.Add(TextOf(reader.Line));
                Parse(reader.Line, lines[^1]);
            }
        }

        var expected = SecondOpinion.Lines(input);
        if (!lines.SequenceEqual(expected))
        {
            throw new BrokenPromiseException($"It cut {lines.Count} lines where {expected.Count} are, or others.");
        }
    }

    private static void Parse(AtLine line, string text)
    {
        var answer = new AtAnswer();
        LoRaWanDialect.Rak3172.Parse(line, answer);
        Compare("RAK3172", text, answer, SecondOpinion.OfRak3172(text));
        LoRaWanDialect.LoRaE5.Parse(line, answer);
        Compare("LoRa-E5", text, answer, SecondOpinion.OfLoRaE5(text));
    }

    private static void Compare(string dialect, string text, AtAnswer answer, string? expected)
    {
        var said = answer.Kind switch
        {
            AtAnswerKind.Received => $"{answer.Received.Port}:{Convert.ToHexString(answer.Received.Bytes, 0, answer.Received.Length)}",
            AtAnswerKind.Restricted => $"wait {answer.Number}",
            AtAnswerKind.Time => $"time {answer.Time}",
            AtAnswerKind.Link => $"link {answer.Number} {answer.Gateways}",
            AtAnswerKind.DataRate or AtAnswerKind.MaximumLength => $"number {answer.Number}",
            AtAnswerKind.None => null,
            var kind => kind.ToString(),
        };
        if (said != expected)
        {
            throw new BrokenPromiseException($"{dialect}: \"{text}\" means \"{expected ?? "nothing"}\", not \"{said ?? "nothing"}\".");
        }
    }

    private static string TextOf(AtLine line) => Encoding.ASCII.GetString(line.Characters, 0, line.Length);
}
