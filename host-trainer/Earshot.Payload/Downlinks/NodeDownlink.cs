using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>What a node is told, in the units that people use. As JSON it is what codec/earshot-codec.js takes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ThresholdsDownlink), "thresholds")]
[JsonDerivedType(typeof(DetectionDownlink), "detection")]
[JsonDerivedType(typeof(ScheduleDownlink), "schedule")]
[JsonDerivedType(typeof(CommandDownlink), "command")]
public abstract record NodeDownlink
{
    /// <summary>The LoRaWAN port that downlinks go to.</summary>
    public const int Port = 2;

    /// <summary>The names of the kinds, by number.</summary>
    internal static readonly string[] Types = ["thresholds", "detection", "schedule", "command"];

    /// <summary>The sender's number for the change, 0 to 255; the node's status tells it back.</summary>
    public required int Revision { get; init; }

    /// <summary>The bytes to send.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message names it.</exception>
    public byte[] Encode()
    {
        byte[] bytes = [(byte)((DownlinkPayload.Version << 4) | ((int)Kind << 1)), Scale(Revision, 1, 0, 255, "revision"), .. Values()];
        return DownlinkPayload.Check(bytes, bytes.Length, out var refused) == DownlinkResult.Applied
            ? bytes
            : throw new ArgumentOutOfRangeException(null, $"The value in byte {refused} of the {Types[(int)Kind]} downlink contradicts another one.");
    }

    /// <summary>The kind.</summary>
    private protected abstract DownlinkKind Kind { get; }

    /// <summary>The bytes after the revision.</summary>
    private protected abstract byte[] Values();

    /// <summary>A value in its steps, when it is in its range.</summary>
    private protected static byte Scale(double value, double scale, int least, int most, string name)
    {
        var scaled = Math.Round(value * scale, MidpointRounding.AwayFromZero);
        return scaled >= least && scaled <= most
            ? (byte)scaled
            : throw new ArgumentOutOfRangeException(
                name, value, FormattableString.Invariant($"\"{name}\" is a number from {least / scale} to {most / scale}."));
    }
}
