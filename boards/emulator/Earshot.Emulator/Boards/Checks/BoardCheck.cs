using System.Text.RegularExpressions;

namespace Earshot.Emulator.Boards.Checks;

/// <summary>Finds values in a board description that no board can have.</summary>
internal static partial class BoardCheck
{
    private static readonly string[] PowerStates = ["run", "sleep", "stop", "standby", "capture", "microphone"];
    private static readonly string[] Interfaces = ["nativestlink", "jtag", "serial", "dfu"];

    /// <summary>Checks every field.</summary>
    /// <exception cref="InputException">One is wrong.</exception>
    public static void Run(BoardDescription board, BoardRules rules)
    {
        rules.Text("target", board.Target);
        rules.Text("name", board.Name);
        rules.Text("mcu", board.Mcu);
        rules.Require(
            board.Core != BoardCore.Unknown, "core", "is missing", $"Give one of {string.Join(", ", Enum.GetNames<BoardCore>()[1..])}.");
        rules.Range("clock_hertz", board.ClockHertz, 1e6, 1e9);
        MemoryCheck.Run(board, rules);
        rules.Range("interpreter.clocks_per_unit", board.Interpreter.ClocksPerUnit, 0.1, 10);
        rules.Text("interpreter.source", board.Interpreter.Source);
        CaptureCheck.Run(board.Capture, board.Mcu, rules);
        AnalogInputsCheck.Run(board.AnalogInputs, board.Mcu, rules);
        Uarts(board, rules);
        WiringCheck.Run(board, rules);
        foreach (var (state, current) in board.Currents)
        {
            rules.Require(PowerStates.Contains(state), $"currents.{state}", "is not a power state", $"Use {string.Join(", ", PowerStates)}.");
            rules.Range($"currents.{state}.ampere", current.Ampere, 1e-9, 10);
            rules.Text($"currents.{state}.source", current.Source);
        }

        for (var index = 0; index < board.Firmware?.Libraries.Count; index++)
        {
            rules.Require(
                LibraryName().IsMatch(board.Firmware.Libraries[index]),
                $"firmware.libraries[{index}]",
                $"is '{board.Firmware.Libraries[index]}'",
                "Give the name of a nanoFramework library such as System.IO.Ports.");
        }

        rules.Text("nanoff.platform", board.Nanoff.Platform);
        rules.Require(
            Interfaces.Contains(board.Nanoff.Interface),
            "nanoff.interface",
            board.Nanoff.Interface.Length == 0 ? "is missing" : $"is '{board.Nanoff.Interface}'",
            $"Give one of {string.Join(", ", Interfaces)}.");
    }

    private static void Uarts(BoardDescription board, BoardRules rules)
    {
        rules.Require(board.Uarts.Count > 0, "uarts", "is empty", "List the serial ports that the firmware offers.");
        for (var index = 0; index < board.Uarts.Count; index++)
        {
            var uart = board.Uarts[index];
            rules.Require(PortName().IsMatch(uart.Port), $"uarts[{index}].port", $"is '{uart.Port}'", "Give a name such as COM6.");
            rules.Require(
                !board.Uarts.Take(index).Any(other => other.Port == uart.Port), $"uarts[{index}].port", $"repeats {uart.Port}", "Remove one.");
            rules.Pin($"uarts[{index}].transmit_pin", uart.TransmitPin);
            rules.Pin($"uarts[{index}].receive_pin", uart.ReceivePin);
        }

        if (board.Modem is { } modem)
        {
            rules.Require(
                board.Uarts.Any(uart => uart.Port == modem.Port),
                "modem.port",
                $"is '{modem.Port}', which is none of the board's serial ports",
                $"Give one of {string.Join(", ", board.Uarts.Select(uart => uart.Port))}.");
        }
    }

    [GeneratedRegex(@"^(nanoFramework|System)(\.[A-Za-z0-9]+)+$")]
    private static partial Regex LibraryName();

    [GeneratedRegex("^COM[1-9][0-9]?$")]
    private static partial Regex PortName();
}
