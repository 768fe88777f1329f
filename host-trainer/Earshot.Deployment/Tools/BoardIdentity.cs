using System.Text.RegularExpressions;
using Earshot.Deployment.Plans;
using Earshot.Emulator.Boards;

namespace Earshot.Deployment.Tools;

/// <summary>Makes sure that the board at the other end is the one that was named.</summary>
public static partial class BoardIdentity
{
    /// <summary>Reads nanoff's answer to <see cref="NanoffCommands.Identify"/>.</summary>
    /// <exception cref="InputException">It is another board, there is none, or there are several.</exception>
    public static void Check(DeploymentRequest request, ProgramOutcome outcome)
    {
        if (request.Way == DeploymentInterface.Serial)
        {
            CheckTarget(request, outcome);
        }
        else
        {
            CheckProbes(request, outcome);
        }
    }

    private static void CheckTarget(DeploymentRequest request, ProgramOutcome outcome)
    {
        var target = outcome.Lines.Select(line => Target().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        if (target is null)
        {
            throw new InputException(
                request.Port ?? "nanoff", "the board there does not say which target it is.", "Reset it, and see what 'nanoff --nanodevice --devicedetails' prints.");
        }

        if (target != request.Board.Target)
        {
            throw new InputException(
                request.Port ?? "nanoff",
                $"the board there is a {target}, not a {request.Board.Target}.",
                BoardCatalog.Targets.Contains(target) ? $"Give --board {target}, or the port of the right board." : "Give the port of the right board.");
        }
    }

    private static void CheckProbes(DeploymentRequest request, ProgramOutcome outcome)
    {
        string[] probes = [.. outcome.Lines
            .SkipWhile(line => !line.Contains("Connected ST-LINK probes", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim())
            .TakeWhile(line => !line.StartsWith("---", StringComparison.Ordinal))
            .Where(line => line.Length > 0)];
        if (probes.Length == 0)
        {
            throw new InputException("nanoff", "no ST-LINK is connected.", "Connect the board's ST-LINK connector with a data cable.");
        }

        if (request.Probe is null && probes.Length > 1)
        {
            throw new InputException("nanoff", $"{probes.Length} ST-LINKs are connected: {string.Join(", ", probes)}.", "Give --probe ID of the board's.");
        }

        if (request.Probe is { } id && !probes.Any(probe => probe.Contains(id, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InputException("--probe", $"there is no ST-LINK {id}; connected: {string.Join(", ", probes)}.", "Give one of these.");
        }
    }

    [GeneratedRegex(@"^\s*Target(?: name)?\s*:\s*(\S+)")]
    private static partial Regex Target();
}
