using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>What a node sent, in the units that people use. As JSON it is what codec/earshot-codec.js gives.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EventUplink), "event")]
[JsonDerivedType(typeof(LevelsUplink), "levels")]
[JsonDerivedType(typeof(ClassesUplink), "classes")]
[JsonDerivedType(typeof(StatusUplink), "status")]
[JsonDerivedType(typeof(SettingsUplink), "settings")]
[JsonDerivedType(typeof(MicrophoneUplink), "microphone")]
public abstract record Uplink
{
    /// <summary>Number of the message, 0 to 65535.</summary>
    public required int Sequence { get; init; }
}
