namespace Earshot.Emulator.Boards.Checks;

/// <summary>Checks that every wire ends where capture and modem need it.</summary>
internal static class WiringCheck
{
    private static readonly string[] Parts = ["microphone", "modem"];

    /// <summary>Checks them.</summary>
    /// <exception cref="InputException">A wire would not work.</exception>
    public static void Run(BoardDescription board, BoardRules rules)
    {
        if (board.Wiring is not { } wiring)
        {
            return;
        }

        rules.Text("wiring.supply", wiring.Supply);
        rules.Text("wiring.source", wiring.Source);
        for (var index = 0; index < wiring.Wires.Count; index++)
        {
            var (wire, field) = (wiring.Wires[index], $"wiring.wires[{index}]");
            rules.Require(Parts.Contains(wire.Part), $"{field}.part", $"is '{wire.Part}'", $"Give {string.Join(" or ", Parts)}.");
            rules.Text($"{field}.terminal", wire.Terminal);
            rules.Text($"{field}.connector", wire.Connector);
            rules.Text($"{field}.label", wire.Label);
            rules.Range($"{field}.position", wire.Position, 1, 80);
            if (wire.Pin is { } pin)
            {
                rules.Pin($"{field}.pin", pin);
                rules.Require(
                    !wiring.Wires.Take(index).Any(other => other.Pin == pin), $"{field}.pin", $"repeats {pin}", "A pin takes one wire: remove one.");
            }
        }

        if (board.Modem is { } modem)
        {
            var uart = board.Uarts.First(uart => uart.Port == modem.Port);
            End("modem", "RX", uart.TransmitPin, $"the pin that {uart.Port} sends on");
            End("modem", "TX", uart.ReceivePin, $"the pin that {uart.Port} receives on");
        }

        if (board.Capture.Dfsdm is null)
        {
            End("microphone", "OUT", board.Capture.Pin, "capture.pin");
        }

        void End(string part, string terminal, string pin, string why)
        {
            var index = wiring.Wires.FindIndex(wire => wire.Part == part && wire.Terminal == terminal);
            rules.Require(index >= 0, "wiring.wires", $"has no wire to {part} {terminal}", $"Add one to {pin}, {why}.");
            var wire = wiring.Wires[index];
            rules.Require(
                wire.Pin == pin, $"wiring.wires[{index}].pin", $"is '{wire.Pin}' for {part} {terminal}", $"Give {pin}, {why}.");
        }
    }
}
