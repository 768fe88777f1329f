using System.Globalization;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Payload;
using Earshot.Yaml;

namespace Earshot.Emulator.Scenarios.Expectations;

/// <summary>Holds what happened against what was expected.</summary>
internal sealed class ExpectationJudge(ScenarioFile file, ScenarioResult result)
{
    private const string AnyLabel = "any";

    /// <summary>A verdict for each expectation, in the order of the file.</summary>
    public IReadOnlyList<Verdict> Judge() => [.. file.Configuration.Expect.Select(Judge)];

    private Verdict Judge(ExpectationEntry entry, int index)
    {
        var place = file.Place(FormattableString.Invariant($"expect[{index}]"));
        var end = Earlier(entry.To ?? result.Duration, result.Duration);
        var within = $"between {Text(entry.From)} and {Text(entry.To ?? result.Duration)}";
        var events = result.Events.Where(heard => heard.Received >= entry.From && heard.Received <= end).ToArray();
        return entry switch
        {
            { Event: { } label } => Event(label),
            { NoEvent: { } label } => NoEvent(label),
            { Events: { } count } => Count($"exactly {count} events", events.Length == count, count),
            { EventsAtLeast: { } count } => Count($"at least {count} events", events.Length >= count, events.Length),
            { EventsAtMost: { } count } => Count($"at most {count} events", events.Length <= count, count),
            { Messages: { } count } => Messages(times => times.Count == count, $"exactly {count}", count),
            { MessagesAtLeast: { } count } => Messages(times => times.Count >= count, $"at least {count}", int.MaxValue),
            { MessagesAtMost: { } count } => Messages(times => times.Count <= count, $"at most {count}", count),
            { Delivery: { } order } => new DeliveryJudge(place, order, within, end).Judge(result.Uplinks.Where(uplink => IsWithin(uplink.Received))),
            { LostSound: { } most } => AtEnd($"at most {Text(most)} of sound lost", result.LostSound <= most, Text(result.LostSound)),
            { ConsoleContains: { } text } => ConsoleContains(text),
            { ConsoleLacks: { } text } => ConsoleLacks(text),
            { Outcome: { } outcome } => AtEnd(
                $"the run ends with {ConfigurationKeys.Name(outcome.ToString())}",
                result.Outcome == outcome,
                ConfigurationKeys.Name(result.Outcome.ToString()) + (result.Failure is { } failure ? $": {failure}" : "")),
            { CpuLoad: { } most } => AtEnd(
                Invariant($"CPU load of at most {100 * most:0.#} %"), result.ProcessorLoad <= most, Invariant($"{100 * result.ProcessorLoad:0.0} %")),
            { Boots: { } boots } => AtEnd($"{boots} starts of the app", result.Boots == boots, $"{result.Boots} starts"),
            { AverageCurrent: { } most } => Current(most),
            _ => throw new InvalidOperationException($"{place} expects nothing."),
        };

        Verdict Event(string label)
        {
            var expected = $"{label} {within}";
            if (events.FirstOrDefault(heard => heard.Label == label) is { } met)
            {
                return new Verdict(place, expected, true, met.Received, Describe(met));
            }

            var others = result.Events.Where(heard => heard.Label == label).ToArray();
            var found = others.Length > 0 ? $"{label} came at {string.Join(", ", others.Take(5).Select(heard => Text(heard.Received)))}"
                : events.Length > 0 ? $"there came {string.Join("; ", events.Take(5).Select(Describe))}"
                : "no event came";
            return new Verdict(place, expected, false, end, found);
        }

        Verdict NoEvent(string label)
        {
            var wrong = events.FirstOrDefault(heard => label == AnyLabel || heard.Label == label);
            var expected = $"no {(label == AnyLabel ? "event" : label)} {within}";
            return new Verdict(place, expected, wrong is null, wrong?.Received ?? end, wrong is null ? "none came" : Describe(wrong));
        }

        Verdict Messages(Predicate<IReadOnlyList<TimeSpan>> isMet, string expected, int most)
        {
            var times = result.Uplinks.Where(uplink => IsWithin(uplink.Received) && (entry.Kind is null || KindOf(uplink.Uplink) == entry.Kind))
                .DistinctBy(uplink => uplink.Uplink.Sequence).Select(uplink => uplink.Received).ToArray();
            var what = entry.Kind is { } kind ? $"messages of {ConfigurationKeys.Name(kind.ToString())}" : "messages";
            return new Verdict(
                place, $"{expected} {what} {within}", isMet(times), !isMet(times) && times.Length > most ? times[most] : end, $"{times.Length} came");
        }

        // The time of the first event too many, or the end.
        Verdict Count(string expected, bool isMet, int most) => new(
            place, $"{expected} {within}", isMet, !isMet && events.Length > most ? events[most].Received : end, $"{events.Length} came");

        Verdict ConsoleContains(string text)
        {
            var expected = $"the app prints '{text}' {within}";
            var printed = result.Console.Where(line => IsWithin(line.Time)).ToArray();
            var line = Array.Find(printed, line => line.Line.Contains(text, StringComparison.Ordinal));
            return line.Line is not null
                ? new Verdict(place, expected, true, line.Time, line.Line)
                : new Verdict(place, expected, false, end, printed.Length == 0 ? "it printed nothing" : $"the last line was '{printed[^1].Line}'");
        }

        Verdict ConsoleLacks(string text)
        {
            var line = result.Console.FirstOrDefault(line => IsWithin(line.Time) && line.Line.Contains(text, StringComparison.Ordinal));
            var expected = $"the app does not print '{text}' {within}";
            return new Verdict(place, expected, line.Line is null, line.Line is null ? end : line.Time, line.Line ?? "it did not");
        }

        Verdict Current(double most)
        {
            var expected = Invariant($"at most {most} mA on average");
            var found = Invariant($"{1000 * result.AverageAmperes:0.000} mA");
            return result.UnknownCurrents.Count > 0
                ? AtEnd(expected, false, $"{found} without what it draws in {string.Join(", ", result.UnknownCurrents)}, which the board's description does not state")
                : AtEnd(expected, 1000 * result.AverageAmperes <= most, found);
        }

        Verdict AtEnd(string expected, bool isMet, string found) => new(place, expected, isMet, result.Duration, found);

        bool IsWithin(TimeSpan time) => time >= entry.From && time <= end;
    }

    private static MessageKind KindOf(Uplink uplink) => uplink switch
    {
        EventUplink => MessageKind.Event,
        LevelsUplink => MessageKind.Levels,
        ClassesUplink => MessageKind.Classes,
        StatusUplink => MessageKind.Status,
        MicrophoneUplink => MessageKind.Microphone,
        _ => MessageKind.Settings,
    };

    private static string Describe(ReceivedEvent heard) =>
        Invariant($"{heard.Label} at {Text(heard.Received)} with {100 * heard.Confidence:0} %");

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string Text(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString(@"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture)
        : Invariant($"{time.TotalSeconds:0.000} s");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
