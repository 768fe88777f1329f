namespace Earshot.Deployment.Firmware;

/// <summary>What a firmware has to offer to app and model.</summary>
/// <param name="Natives">Native halves of assemblies; null when they cannot be told.</param>
/// <param name="Limits">What it was built for; null when it does not say.</param>
public sealed record FirmwareFindings(IReadOnlyList<NativeAssembly>? Natives, FirmwareLimits? Limits);
