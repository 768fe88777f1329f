namespace Earshot.Cli.Commands;

/// <summary>What a scenario's run reads and writes beside the scenario.</summary>
/// <param name="Cost">Measured cost of the C module, or null.</param>
/// <param name="Report">HTML timeline to write, or null.</param>
/// <param name="Trace">Trace to write, or null.</param>
/// <param name="Json">JSON to write, or null.</param>
internal sealed record ScenarioOutputs(string? Cost, string? Report, string? Trace, FileInfo? Json);
