using System.Globalization;
using Earshot.Emulator.Boards;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows everything that is known of a board.</summary>
internal static class BoardOutput
{
    /// <summary>Prints it.</summary>
    public static void Show(BoardDescription board)
    {
        var table = new Table().Title(Markup.Escape($"{board.Name} ({board.Target})")).RoundedBorder().HideHeaders();
        table.AddColumn("What").AddColumn("Value");
        foreach (var (what, value) in Rows(board))
        {
            table.AddRow(Markup.Escape(what), Markup.Escape(value));
        }

        AnsiConsole.Write(table);
        Currents(board);
        Wires(board);
    }

    /// <summary>The same as data.</summary>
    public static object Json(BoardDescription board) => new
    {
        board.Target,
        board.Name,
        board.Mcu,
        Core = board.Core.ToString(),
        board.ClockHertz,
        board.Memory,
        Model = board.ModelPlace,
        board.Capture,
        board.Uarts,
        board.Modem,
        board.Wiring,
        board.Currents,
        board.Times,
        board.Backup,
        board.Watchdog,
        board.Firmware,
        board.Nanoff,
    };

    private static IEnumerable<(string What, string Value)> Rows(BoardDescription board)
    {
        var memory = board.Memory;
        var model = board.ModelPlace;
        yield return ("Microcontroller", FormattableString.Invariant($"{board.Mcu}, {board.Core}, {board.ClockHertz / 1e6:0.#} MHz"));
        yield return ("Flash", Bytes(memory.FlashBytes));
        yield return ("  nanoCLR", $"{Region(memory.ClrAddress, memory.ClrRegionBytes)}; left beside it: {Measured(memory.FlashFreeBytes)}");
        yield return ("  app and model", Region(memory.DeploymentAddress, memory.DeploymentBytes));
        yield return ("  model", Region(model.Address, model.Bytes));
        yield return ("RAM", Bytes(memory.RamBytes));
        yield return ("  managed heap", Measured(memory.ManagedHeapBytes));
        yield return ("  C heap, stack", $"{Bytes(memory.NativeHeapBytes)}, {Bytes(memory.StackBytes)}");
        yield return ("  source", memory.Source);
        yield return ("Microphone", Capture(board.Capture));
        foreach (var uart in board.Uarts)
        {
            var use = board.Modem?.Port == uart.Port ? " (modem)" : "";
            yield return ($"{uart.Port}{use}", $"sends on {uart.TransmitPin}, receives on {uart.ReceivePin}");
        }

        if (board.Backup is { } backup)
        {
            yield return ("Backup memory", $"{Bytes(backup.Bytes)}; standby is left by {string.Join(", ", backup.WakeupPins)} and the alarm");
        }

        foreach (var (name, time) in board.Times)
        {
            yield return (name.Replace('_', ' '), FormattableString.Invariant($"{time.Second * 1e6:0.#} µs: {time.Source}"));
        }

        if (board.Firmware is { } firmware)
        {
            yield return ("Firmware needs", string.Join(", ", firmware.Libraries) + (firmware.Missing.Length > 0 ? $". Missing: {firmware.Missing}" : ""));
        }

        yield return ("nanoff", $"--platform {board.Nanoff.Platform}, {board.Nanoff.Interface}: {board.Nanoff.Reason}");
    }

    private static string Capture(BoardCapture capture) => capture.Dfsdm is { } dfsdm
        ? FormattableString.Invariant(
            $"digital, DFSDM filter {dfsdm.Filter}, channel {dfsdm.Channel}: clock {dfsdm.ClockPin} at {dfsdm.ClockHertz / 1e6:0.###} MHz / {dfsdm.Oversampling}, data {dfsdm.DataPin}, {capture.Dma}")
        : $"analogue on {capture.Pin}: ADC{capture.Adc} channel {capture.Channel}, started by {capture.Timer}, {capture.Dma}";

    private static void Currents(BoardDescription board)
    {
        if (board.Currents.Count == 0)
        {
            AnsiConsole.WriteLine("Currents: none is known to us from a datasheet.");
            return;
        }

        var table = new Table().Title("Currents").RoundedBorder();
        table.AddColumn("State").AddColumn(new TableColumn("Current").RightAligned()).AddColumn("Source");
        foreach (var (state, current) in board.Currents)
        {
            table.AddRow(state, Ampere(current.Ampere), Markup.Escape(current.Source));
        }

        AnsiConsole.Write(table);
    }

    private static void Wires(BoardDescription board)
    {
        if (board.Wiring is not { } wiring)
        {
            return;
        }

        var table = new Table().Title("Wiring").RoundedBorder();
        table.AddColumn("Part").AddColumn("Terminal").AddColumn("Header").AddColumn("Label").AddColumn("Pin");
        foreach (var wire in wiring.Wires)
        {
            var part = wire.Part == "modem" ? wiring.Modem : wiring.Microphone;
            table.AddRow(
                Markup.Escape(part),
                Markup.Escape(wire.Terminal),
                string.Create(CultureInfo.InvariantCulture, $"{wire.Connector}-{wire.Position}"),
                Markup.Escape(wire.Label),
                wire.Pin ?? "");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Supply: {wiring.Supply}. Headers: {wiring.Source}. As a picture: earshot board show {board.Target} --svg FILE.");
    }

    private static string Ampere(double ampere) => ampere switch
    {
        >= 1e-3 => FormattableString.Invariant($"{ampere * 1e3:0.###} mA"),
        _ => FormattableString.Invariant($"{ampere * 1e6:0.###} µA"),
    };

    private static string Region(long address, long bytes) => FormattableString.Invariant($"0x{address:X8}, {bytes:N0} bytes");

    private static string Bytes(long bytes) => FormattableString.Invariant($"{bytes:N0} bytes");

    private static string Measured(long? bytes) => bytes is { } known ? $"{Bytes(known)}, measured" : "not measured";
}
