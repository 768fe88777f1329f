using System.IO.Enumeration;
using Earshot.Deployment.Plans;
using Earshot.Deployment.Tools;

namespace Earshot.Deployment.Checks;

/// <summary>Checks the tools that a deployment needs, and which serial ports there are.</summary>
public static class ToolCheck
{
    private const string Subject = "tools";
    private static readonly string[] UnixPorts = ["ttyACM*", "ttyUSB*", "cu.usbmodem*"];

    /// <summary>Checks them.</summary>
    public static IReadOnlyList<Finding> Run(ExecutableSearch search, DeploymentRequest request, CancellationToken token)
    {
        var list = new Checklist();
        if (search.Find("dotnet") is { } dotnet)
        {
            list.Good(Subject, $".NET SDK: {dotnet}");
        }
        else
        {
            list.Warn(Subject, "dotnet is not on PATH.", "The .NET SDK installs and updates nanoff.");
        }

        if (list.Try(Subject, () => NanoffTool.Find(search, token)) is { } nanoff)
        {
            list.Good(Subject, $"nanoff {nanoff.Version}: {nanoff.File}");
            Ports(nanoff, request, list, token);
        }

        return list.Findings;
    }

    private static void Ports(NanoffTool nanoff, DeploymentRequest request, Checklist list, CancellationToken token)
    {
        var command = new NanoffCommand("list the serial ports", ["--listports"]);
        if (list.Try(Subject, () => nanoff.Run(command, _ => { }, token)) is not { } outcome)
        {
            return;
        }

        string[] ports = [.. outcome.Lines.Select(line => line.Trim()).Where(line =>
            line.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || line.StartsWith("/dev/", StringComparison.Ordinal))];
        if (request.Port is { } port)
        {
            list.Expect(
                ports.Contains(port, StringComparer.OrdinalIgnoreCase),
                Subject,
                $"serial port {port}",
                $"there is no serial port {port}; there are {(ports.Length == 0 ? "none" : string.Join(", ", ports))}.",
                "Connect the board, or correct --port.");
        }
        else
        {
            string[] likely = [.. ports.Where(name => !name.StartsWith("/dev/", StringComparison.Ordinal)
                || UnixPorts.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(name))))];
            list.Good(Subject, $"serial ports: {(likely.Length == 0 ? "none" : string.Join(", ", likely))}");
        }
    }
}
