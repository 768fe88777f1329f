using System.Globalization;
using System.Text.RegularExpressions;
using Earshot.Deployment.Plans;

namespace Earshot.Deployment.Tools;

/// <summary>
/// Says what nanoff means by a failure. Its codes (ExitCodes.cs of nanoFirmwareFlasher 2.5) are above 255: Unix keeps the lowest byte
/// only, so the code is taken from the line "Error E5001" where there is one.
/// </summary>
internal static partial class NanoffFailure
{
    private static readonly Dictionary<int, (string Meaning, string Remedy)> Known = new()
    {
        [2000] = ("no nanoFramework device answers on that port", "Connect the board, close Visual Studio's Device Explorer and terminals, and try again."),
        [2001] = ("no nanoFramework device answers on that port", "Connect the board, close Visual Studio's Device Explorer and terminals, and try again."),
        [2002] = ("the board did not carry it out", "Reset the board and run the same command again; its boot loader survives."),
        [5001] = ("no ST-LINK is connected", "Connect the board's ST-LINK connector with a data cable."),
        [5002] = ("the ST-LINK of that id does not answer", "Compare --probe with 'nanoff --listnativestlink'."),
        [5005] = ("the flash could not be erased", "Remove the flash's write protection with STM32CubeProgrammer."),
        [5006] = ("the flash could not be written", "Remove the flash's write protection with STM32CubeProgrammer, and try again."),
        [5022] = ("what was read back is not what was written", "Try another cable and a powered USB port, then run the same command again."),
        [6000] = ("the serial port cannot be opened", "Compare --port with 'nanoff --listports', and close what uses it."),
        [6001] = ("the serial port is missing", "Give --port PORT."),
        [6002] = ("another program has the serial port", "Close Visual Studio's Device Explorer and terminals."),
        [9000] = ("it does not know one of these arguments", "Install the version that Earshot knows: dotnet tool update -g nanoff --version 2.5.*"),
        [9010] = ("no board is connected", "Connect the board's ST-LINK connector with a data cable."),
    };

    /// <summary>The failure as an error for the user.</summary>
    public static InputException Describe(NanoffCommand command, ProgramOutcome outcome)
    {
        var code = Code(outcome);
        var said = outcome.Lines.LastOrDefault(line => line.Trim().Length > 0)?.Trim();
        var (meaning, remedy) = Known.GetValueOrDefault(code, (said is null ? "it does not say why" : $"its last words: {said}", "Run the command by itself with -v diag."));
        return new InputException(
            "nanoff",
            string.Create(CultureInfo.InvariantCulture, $"could not {command.Purpose}: {meaning} (exit code {code}). The command was: {command}"),
            remedy);
    }

    private static int Code(ProgramOutcome outcome)
    {
        foreach (var line in outcome.Lines.Reverse())
        {
            if (ErrorCode().Match(line) is { Success: true } match)
            {
                return int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        return outcome.ExitCode;
    }

    [GeneratedRegex(@"\bE(\d{4})\b")]
    private static partial Regex ErrorCode();
}
