using Earshot.Emulator.Boards;

namespace Earshot.Deployment.Plans;

/// <summary>What is to be checked and deployed.</summary>
public sealed record DeploymentRequest
{
    /// <summary>The board.</summary>
    public required BoardDescription Board { get; init; }

    /// <summary>Build folder of the firmware, or null.</summary>
    public string? Firmware { get; init; }

    /// <summary>Whether the board has that firmware already.</summary>
    public bool KeepFirmware { get; init; }

    /// <summary>The app: folder, .pe or .bin; null when the board keeps its own.</summary>
    public string? Application { get; init; }

    /// <summary>This Earshot's own Earshot.Interop.dll, to compare the app's with; null to leave that out.</summary>
    public string? Declarations { get; init; }

    /// <summary>The model pack; null when the board keeps its own.</summary>
    public string? Model { get; init; }

    /// <summary>The way to the board; null for the one that its description names.</summary>
    public DeploymentInterface? Interface { get; init; }

    /// <summary>Serial port of the board, such as COM9 or /dev/ttyACM0.</summary>
    public string? Port { get; init; }

    /// <summary>Serial number of the ST-LINK where there are several.</summary>
    public string? Probe { get; init; }

    /// <summary>Whether firmware is flashed.</summary>
    public bool FlashesFirmware => Firmware is not null && !KeepFirmware;

    /// <summary>The way to the board.</summary>
    public DeploymentInterface Way => Interface
        ?? (Board.Nanoff.Interface == "serial" ? DeploymentInterface.Serial : DeploymentInterface.StLink);
}
