using Earshot.Deployment.Checks;
using Earshot.Deployment.Firmware;
using Earshot.Deployment.Images;

namespace Earshot.Deployment.Plans;

/// <summary>Checks that firmware, app, model and board belong together, and says what to flash.</summary>
public static class DeploymentPlanner
{
    /// <summary>Checks everything; bad input becomes a finding.</summary>
    public static DeploymentPlan Plan(DeploymentRequest request)
    {
        var list = new Checklist();
        var board = request.Board;
        var isSerial = request.Way == DeploymentInterface.Serial;
        Way(request, list);
        var firmware = request.Firmware is { } folder
            ? FirmwareCheck.Run(new FirmwareFolder(folder), board, request.FlashesFirmware && !isSerial, list) : null;
        var application = request.Application is { } app ? list.Try("app", () => ApplicationFiles.Read(app)) : null;
        var pack = request.Model is { } model ? list.Try("model", () => Read(model)) : null;
        if (application is not null)
        {
            // A model that is on the board already is behind the app too.
            var isOneImage = pack is not null && (isSerial || board.ModelPlace.EraseAddress == board.Memory.DeploymentAddress);
            ApplicationCheck.Run(application, firmware?.Natives, board, hasModel: true, isOneImage, list);
            DeclarationCheck.Run(application, request.Declarations, list);
        }

        if (pack is not null)
        {
            ModelCheck.Run(pack, request.Model!, board, firmware, list);
            Alone(request, list);
        }

        return new DeploymentPlan { Request = request, Findings = list.Findings, Application = application, Pack = pack };
    }

    private static byte[] Read(string path) => File.Exists(path)
        ? File.ReadAllBytes(path)
        : throw new InputException(path, "there is no such model pack.", "Give a .earshot file or the folder that 'earshot train … --out DIR' filled.");

    private static void Way(DeploymentRequest request, Checklist list)
    {
        var nanoff = request.Board.Nanoff;
        if (request.Way == DeploymentInterface.StLink)
        {
            if (nanoff.Interface == "serial")
            {
                list.Fail("board", $"{request.Board.Target} must not be written through its ST-LINK: {nanoff.Reason}.", "Leave --interface away, and give --port PORT.");
            }
            else
            {
                list.Good("board", $"{request.Board.Target}, through the ST-LINK");
            }
        }
        else
        {
            list.Expect(
                request.Port is not null,
                "board",
                $"{request.Board.Target} on {request.Port}",
                $"{request.Board.Target} is written over nanoFramework's wire protocol, and its serial port is not given.",
                "Give --port PORT; 'nanoff --listports' names the ports.");
        }
    }

    /// <summary>A model can go to the board alone only where it has erase units and a command of its own.</summary>
    private static void Alone(DeploymentRequest request, Checklist list)
    {
        var board = request.Board;
        if (request.Application is not null)
        {
            return;
        }

        if (request.Way == DeploymentInterface.Serial)
        {
            list.Fail("model", "the wire protocol writes the whole deployment region: a model alone would wipe out the app.", "Give --app as well.");
        }
        else if (board.ModelPlace.EraseAddress == board.Memory.DeploymentAddress)
        {
            list.Fail("model", $"on {board.Target} app and model share an erase unit: a model alone would wipe out the app.", "Give --app as well.");
        }
    }
}
