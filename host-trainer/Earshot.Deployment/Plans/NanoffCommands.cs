using Earshot.Deployment.Firmware;

namespace Earshot.Deployment.Plans;

/// <summary>The commands of a plan, in the order in which they are run.</summary>
public static class NanoffCommands
{
    /// <summary>Asks which board is there, before anything is written.</summary>
    public static NanoffCommand Identify(DeploymentRequest request) => request.Way == DeploymentInterface.Serial
        ? new NanoffCommand("ask the board what it is", ["--nanodevice", "--devicedetails", "--serialport", request.Port ?? "PORT"])
        : new NanoffCommand("look for the ST-LINK", ["--listnativestlink"]);

    /// <summary>Writes firmware, app and model.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="image">The file that its image was written to, or null when the app stays.</param>
    public static IReadOnlyList<NanoffCommand> Write(DeploymentPlan plan, string? image) =>
        plan.Request.Way == DeploymentInterface.Serial ? [.. Serial(plan, image)] : [.. StLink(plan, image)];

    private static IEnumerable<NanoffCommand> Serial(DeploymentPlan plan, string? image)
    {
        string[] port = ["--serialport", plan.Request.Port ?? "PORT"];
        if (plan.Request.FlashesFirmware)
        {
            var clr = new FirmwareFolder(plan.Request.Firmware!).ClrBin;
            yield return new NanoffCommand("write nanoCLR", ["--nanodevice", "--update", .. port, "--clrfile", clr]);
        }

        if (image is not null)
        {
            yield return new NanoffCommand(
                plan.IsJoined ? "write app and model" : "write the app", ["--nanodevice", "--deploy", .. port, "--image", image]);
        }
    }

    private static IEnumerable<NanoffCommand> StLink(DeploymentPlan plan, string? image)
    {
        var request = plan.Request;
        string[] probe = request.Probe is { } id ? ["--jtagid", id] : [];
        string[] way = ["--platform", request.Board.Nanoff.Platform, "--nativestlink", .. probe];
        if (request.FlashesFirmware)
        {
            var folder = new FirmwareFolder(request.Firmware!);
            yield return new NanoffCommand(
                "write nanoBooter and nanoCLR", [.. way, "--hexfile", folder.BooterHex, folder.ClrHex, "--verify", "--reset"]);
        }

        if (image is not null)
        {
            yield return new NanoffCommand(
                plan.IsJoined ? "write app and model" : "write the app",
                [.. way, "--binfile", image, "--address", Hex(request.Board.Memory.DeploymentAddress), "--verify", "--reset"]);
        }

        if (request.Model is { } model && !plan.IsJoined)
        {
            yield return new NanoffCommand(
                "write the model", [.. way, "--binfile", model, "--address", Hex(request.Board.ModelPlace.Address), "--verify", "--reset"]);
        }
    }

    private static string Hex(long address) => FormattableString.Invariant($"0x{address:X8}");
}
