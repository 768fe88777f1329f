using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Earshot.Payload;
using Earshot.Yaml;

namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>Settings of Earshot's node by the names of the payload codec, in the hyphened words of YAML. docs/payload.md explains them.</summary>
public record SettingsEntry
{
    private static readonly JsonSerializerOptions Strict =
        new(UplinkDecoder.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary><c>thresholds</c>, <c>detection</c>, <c>schedule</c> or <c>command</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The sender's number for the change, 0 to 255.</summary>
    public int? Revision { get; init; }

    /// <summary>Thresholds: index of the class, or <c>all</c>.</summary>
    public string Label { get; init; } = "";

    /// <summary>Thresholds: probability from which on a class is heard.</summary>
    public double? On { get; init; }

    /// <summary>Thresholds: probability below which it is not heard any more.</summary>
    public double? Off { get; init; }

    /// <summary>Thresholds: shorter events are not reported, in seconds.</summary>
    public double? MinimumDuration { get; init; }

    /// <summary>Thresholds: for so many seconds after an event others of the class are not reported.</summary>
    public int? Refractory { get; init; }

    /// <summary>Detection: whether events are reported.</summary>
    public bool? Events { get; init; }

    /// <summary>Detection: whether unknown sounds are reported.</summary>
    public bool? Unknown { get; init; }

    /// <summary>Detection: whether the time of each class is reported.</summary>
    public bool? Classes { get; init; }

    /// <summary>Detection: whether levels are reported.</summary>
    public bool? Levels { get; init; }

    /// <summary>Detection: time constant of the scores in seconds.</summary>
    public double? Smoothing { get; init; }

    /// <summary>Detection: a sound has ended when it was quiet for so many seconds.</summary>
    public double? QuietHold { get; init; }

    /// <summary>Detection: another class takes over when it leads for so many seconds.</summary>
    public double? TakeOver { get; init; }

    /// <summary>Detection: longer sounds are reported in parts of so many seconds.</summary>
    public int? Longest { get; init; }

    /// <summary>Detection: hops so many dB below the loudest of late are quiet.</summary>
    public int? GateRange { get; init; }

    /// <summary>Schedule: seconds of a listening window.</summary>
    public int? Listen { get; init; }

    /// <summary>Schedule: seconds from one window to the next.</summary>
    public int? Every { get; init; }

    /// <summary>Schedule: hour of the day from which on it listens.</summary>
    public double? From { get; init; }

    /// <summary>Schedule: hour of the day at which it goes to standby.</summary>
    public double? To { get; init; }

    /// <summary>Schedule: minutes of a summary.</summary>
    public int? SummaryMinutes { get; init; }

    /// <summary>Schedule: hours from one status to the next.</summary>
    public int? StatusHours { get; init; }

    /// <summary>Schedule: volts below which it listens less.</summary>
    public double? LowestSupply { get; init; }

    /// <summary>Command: <c>send status</c>, <c>restart</c>, <c>restore defaults</c> or <c>try deployed model</c>.</summary>
    public string Command { get; init; } = "";

    /// <summary>What it says, as a downlink.</summary>
    /// <exception cref="InputException">A key does not belong to the type, or a value is out of range; the origin is the key.</exception>
    internal NodeDownlink ToDownlink()
    {
        var document = new JsonObject { ["type"] = Type };
        foreach (var property in typeof(SettingsEntry).GetProperties().Where(property => property.Name != nameof(Type)))
        {
            var value = property.GetValue(this);
            if (value is not null and not "")
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                document[name] = value is string label && int.TryParse(label, out var index) ? index : JsonSerializer.SerializeToNode(value);
            }
        }

        document.TryAdd("revision", 0);
        try
        {
            var downlink = document.Deserialize<NodeDownlink>(Strict)!;
            downlink.Encode();
            return downlink;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentOutOfRangeException)
        {
            throw Explain(exception);
        }
    }

    private InputException Explain(Exception exception)
    {
        if (!NodeDownlink.Types.Contains(Type))
        {
            return new InputException("type", Type.Length == 0 ? "it is missing." : $"it is '{Type}'.", $"Give one of: {string.Join(", ", NodeDownlink.Types)}.");
        }

        var property = exception is ArgumentOutOfRangeException range
            ? range.ParamName
            : typeof(SettingsEntry).GetProperties().Select(candidate => JsonNamingPolicy.CamelCase.ConvertName(candidate.Name))
                .FirstOrDefault(name => exception.Message.Contains($"'{name}'", StringComparison.Ordinal) || exception.Message.Contains($"\"{name}\"", StringComparison.Ordinal));
        var key = property is null ? "type" : ConfigurationKeys.Name(char.ToUpperInvariant(property[0]) + property[1..]);
        var isForeign = exception is JsonException && exception.Message.Contains("could not be mapped", StringComparison.Ordinal);
        return isForeign
            ? new InputException(key, $"{Type} has no such key.", "Remove it, or give it another 'type'; docs/payload.md lists the keys of each.", exception)
            : new InputException(key, "it is missing or out of range.", exception.Message.Split(" (Parameter", StringSplitOptions.None)[0].Split(" Path:", StringSplitOptions.None)[0], exception);
    }
}
