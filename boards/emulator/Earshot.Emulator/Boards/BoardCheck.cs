using System.Globalization;
using System.Text.RegularExpressions;

namespace Earshot.Emulator.Boards;

/// <summary>Finds values in a board description that no board can have.</summary>
internal static partial class BoardCheck
{
    private static readonly string[] PowerStates = ["run", "sleep", "stop", "standby"];

    public static void Run(BoardDescription board, string file)
    {
        void Require(bool condition, string field, string problem, string remedy)
        {
            if (!condition)
            {
                throw new InputException(file, $"field {field} {problem}.", remedy);
            }
        }

        void Text(string field, string value) => Require(value.Length > 0, field, "is missing", "Add it.");

        void Range(string field, double value, double least, double most) => Require(
            value >= least && value <= most,
            field,
            string.Create(CultureInfo.InvariantCulture, $"is {value}"),
            string.Create(CultureInfo.InvariantCulture, $"Give a number from {least} to {most}."));

        void Pin(string field, string value) => Require(
            PinName().IsMatch(value), field, $"is '{value}'", "Give an STM32 pin such as PA0.");

        Text("target", board.Target);
        Text("name", board.Name);
        Text("mcu", board.Mcu);
        Require(board.Core != BoardCore.Unknown, "core", "is missing", $"Give one of {string.Join(", ", Enum.GetNames<BoardCore>()[1..])}.");
        Range("clock_hertz", board.ClockHertz, 1e6, 1e9);
        CheckMemory(board.Memory, Require, Range, Text);
        Range("interpreter.clocks_per_unit", board.Interpreter.ClocksPerUnit, 0.1, 10);
        Text("interpreter.source", board.Interpreter.Source);
        Range("capture.adc", board.Capture.Adc, 1, 5);
        Range("capture.channel", board.Capture.Channel, 0, 31);
        Pin("capture.pin", board.Capture.Pin);
        Text("capture.timer", board.Capture.Timer);
        Text("capture.dma", board.Capture.Dma);
        Range("capture.block_samples", board.Capture.BlockSamples, 16, 4096);
        Range("capture.ring_samples", board.Capture.RingSamples, 2 * board.Capture.BlockSamples, 65536);
        Require(board.Uarts.Count > 0, "uarts", "is empty", "List the serial ports that the firmware offers.");
        for (var index = 0; index < board.Uarts.Count; index++)
        {
            var uart = board.Uarts[index];
            Require(PortName().IsMatch(uart.Port), $"uarts[{index}].port", $"is '{uart.Port}'", "Give a name such as COM6.");
            Require(!board.Uarts.Take(index).Any(other => other.Port == uart.Port), $"uarts[{index}].port", $"repeats {uart.Port}", "Remove one.");
            Pin($"uarts[{index}].transmit_pin", uart.TransmitPin);
            Pin($"uarts[{index}].receive_pin", uart.ReceivePin);
        }

        foreach (var (state, current) in board.Currents)
        {
            Require(PowerStates.Contains(state), $"currents.{state}", "is not a power state", $"Use {string.Join(", ", PowerStates)}.");
            Range($"currents.{state}.ampere", current.Ampere, 1e-9, 10);
            Text($"currents.{state}.source", current.Source);
        }

        Text("nanoff.platform", board.Nanoff.Platform);
        Text("nanoff.interface", board.Nanoff.Interface);
    }

    private static void CheckMemory(
        BoardMemory memory,
        Action<bool, string, string, string> require,
        Action<string, double, double, double> range,
        Action<string, string> text)
    {
        range("memory.flash_bytes", memory.FlashBytes, 65536, 1 << 26);
        range("memory.ram_bytes", memory.RamBytes, 8192, 1 << 26);
        range("memory.clr_region_bytes", memory.ClrRegionBytes, 65536, memory.FlashBytes);
        range("memory.flash_free_bytes", memory.FlashFreeBytes ?? 0, 0, memory.ClrRegionBytes - 1);
        range("memory.managed_heap_bytes", memory.ManagedHeapBytes ?? 1024, 1024, memory.RamBytes);
        range("memory.native_heap_bytes", memory.NativeHeapBytes, 0, memory.RamBytes);
        range("memory.stack_bytes", memory.StackBytes, 1024, memory.RamBytes);
        range("memory.deployment_address", memory.DeploymentAddress, 0x0800_0000, 0x0800_0000 + memory.FlashBytes);
        require(
            memory.DeploymentAddress + memory.DeploymentBytes <= 0x0800_0000 + memory.FlashBytes,
            "memory.deployment_bytes",
            "reaches past the end of the flash",
            "Reduce it, or correct memory.flash_bytes or memory.deployment_address.");
        range("memory.deployment_bytes", memory.DeploymentBytes, 4096, memory.FlashBytes);
        text("memory.source", memory.Source);
    }

    [GeneratedRegex("^P[A-K]([0-9]|1[0-5])$")]
    private static partial Regex PinName();

    [GeneratedRegex("^COM[1-9][0-9]?$")]
    private static partial Regex PortName();
}
