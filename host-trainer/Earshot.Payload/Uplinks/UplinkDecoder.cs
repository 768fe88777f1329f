using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>Reads uplinks behind the gateway. docs/payload.md specifies the bytes.</summary>
public static class UplinkDecoder
{
    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] ResetCauses = ["unknown", "power-on", "brown-out", "pin", "software", "watchdog", "standby"];
    private static readonly string[] Results =
        ["applied", "wrong length", "unknown version", "unknown kind", "out of range", "not stored"];

    /// <summary>How uplinks are written as JSON: the names and the omissions of the JavaScript codec.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Decodes a payload; null when it is not an Earshot uplink of the version that this source knows.</summary>
    /// <param name="payload">The bytes as they arrived.</param>
    /// <param name="labels">Names of the model's classes in its order, when they are known.</param>
    public static Uplink? Decode(byte[] payload, IReadOnlyList<string>? labels = null)
    {
        if (EventPayload.Read(payload, 0, payload.Length) is { } heard)
        {
            return Decode(heard, labels);
        }

        if (LevelsMessage.Read(payload, 0, payload.Length) is { } levels)
        {
            return Decode(levels);
        }

        if (ClassesMessage.Read(payload, 0, payload.Length) is { } classes)
        {
            return Decode(classes, labels);
        }

        if (StatusMessage.Read(payload, 0, payload.Length) is { } status)
        {
            return Decode(status);
        }

        if (MicrophoneMessage.Read(payload, 0, payload.Length) is { } microphone)
        {
            return Decode(microphone);
        }

        return SettingsMessage.Read(payload, 0, payload.Length) is { } settings ? Decode(settings) : null;
    }

    private static EventUplink Decode(EventMessage message, IReadOnlyList<string>? labels)
    {
        var start = TimeSpan.FromMilliseconds(message.Start * 250);
        return new EventUplink
        {
            Sequence = message.Sequence,
            Label = message.Label,
            Name = NameOf(message.Label, labels),
            Confidence = Math.Round(message.Confidence / 255.0, 3),
            Time = message.ClockIsSet ? Epoch + start : null,
            SinceStart = message.ClockIsSet ? null : start.TotalSeconds,
            Duration = message.Duration / 4.0,
            Level = message.Level / 2.0,
        };
    }

    private static LevelsUplink Decode(LevelsMessage message) => new()
    {
        Sequence = message.Sequence,
        Time = message.ClockIsSet ? Epoch.AddMinutes(message.Start) : null,
        SinceStart = message.ClockIsSet ? null : message.Start * 60.0,
        Minutes = message.Minutes,
        Laeq = message.Average / 2.0,
        La10 = message.Exceeded10 / 2.0,
        La90 = message.Exceeded90 / 2.0,
        Maximum = message.Maximum / 2.0,
    };

    private static ClassesUplink Decode(ClassesMessage message, IReadOnlyList<string>? labels)
    {
        (int Label, int Time)[] pairs = [(message.FirstLabel, message.FirstTime), (message.SecondLabel, message.SecondTime)];
        return new ClassesUplink
        {
            Sequence = message.Sequence,
            Time = message.ClockIsSet ? Epoch.AddMinutes(message.Start) : null,
            SinceStart = message.ClockIsSet ? null : message.Start * 60.0,
            Minutes = message.Minutes,
            Classes =
            [
                .. pairs.Where(pair => pair.Time != 0)
                    .Select(pair => new ClassTime(pair.Label, NameOf(pair.Label, labels), CompactNumber.Decode(pair.Time))),
            ],
        };
    }

    private static StatusUplink Decode(StatusMessage message) => new()
    {
        Sequence = message.Sequence,
        ClockIsSet = message.ClockIsSet,
        SupplyVolts = message.Supply == 0 ? null : message.Supply / 50.0,
        ResetCause = NameOf(ResetCauses, message.ResetCause, "unknown"),
        DeployedModelRuns = message.DeployedModelRuns,
        ModelIsQuarantined = message.ModelIsQuarantined,
        SettingsAreDefaults = message.SettingsAreDefaults,
        StorageFails = message.StorageFails,
        MessagesWereLost = message.MessagesWereLost,
        ModelFingerprint = message.ModelFingerprint.ToString("X4", CultureInfo.InvariantCulture),
        ApplicationVersion = FormattableString.Invariant($"{message.ApplicationVersion >> 4}.{message.ApplicationVersion & 15}"),
        SettingsRevision = message.SettingsRevision,
        SoundLost = CompactNumber.Decode(message.SoundLost),
        Waiting = message.Waiting,
    };

    private static SettingsUplink Decode(SettingsMessage message) => new()
    {
        Sequence = message.Sequence,
        Revision = message.Revision,
        Result = NameOf(Results, (int)message.Result, $"result {(int)message.Result}"),
        Answered = message.Answered >> 4 == DownlinkPayload.Version
            ? NameOf(NodeDownlink.Types, (message.Answered >> 1) & 7, "unknown")
            : "unknown",
        RefusedByte = message.Refused,
        Fingerprint = message.Fingerprint.ToString("X4", CultureInfo.InvariantCulture),
    };

    private static MicrophoneUplink Decode(MicrophoneMessage message) => new()
    {
        Sequence = message.Sequence,
        ClockIsSet = message.ClockIsSet,
        Offset = message.Offset / 32768.0,
        Quietest = message.Quietest / 2.0,
        ClippedPerMillion = CompactNumber.Decode(message.Clipped),
        LostMilliseconds = CompactNumber.Decode(message.Lost),
        IsSilent = message.IsSilent,
        ToneIsHeard = message.HasTone ? message.ToneIsHeard : null,
        ToneLevel = message.HasTone ? message.ToneLevel / 2.0 : null,
        ToneRatio = message.HasTone ? message.ToneRatio : null,
    };

    private static string NameOf(IReadOnlyList<string> names, int index, string otherwise) =>
        index < names.Count ? names[index] : otherwise;

    private static string? NameOf(int label, IReadOnlyList<string>? labels) =>
        label == EventMessage.UnknownLabel ? ReceivedEvent.Unknown : labels is not null && label < labels.Count ? labels[label] : null;
}
