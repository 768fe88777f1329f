using System.Globalization;

namespace Earshot.Emulator.Boards.Firmware;

/// <summary>
/// The two files that turn nanoCLR's build of a target into one with Earshot's C module: a cache for CMake and a fragment for
/// Kconfig (names of nf-interpreter 1.17: CMake/Modules/NF_Kconfig.cmake, Kconfig.apis).
/// </summary>
public static class FirmwareFragments
{
    /// <summary>File name of <see cref="Cache"/>.</summary>
    public const string CacheName = "firmware.cmake";

    /// <summary>File name of <see cref="Kconfig"/>.</summary>
    public const string KconfigName = "firmware.config";

    // ThreadX spins when no thread can run, unless its scheduler (tx_thread_schedule.S) is told to wait for an interrupt. The target's flags are
    // not to be changed from here; what CMake runs at the end of project(threadx) is.
    private const string ThreadXSleep =
        "# ThreadX lets the core sleep when no thread can run.\n"
        + "file(WRITE \"${CMAKE_BINARY_DIR}/earshot-threadx.cmake\" \"add_compile_definitions(TX_ENABLE_WFI)\\n\")\n"
        + "set(CMAKE_PROJECT_threadx_INCLUDE \"${CMAKE_BINARY_DIR}/earshot-threadx.cmake\" CACHE STRING \"\")\n";

    // From here on nanoCLR leaves room enough for the fast kernels.
    private const long LargeRegionBytes = 512 * 1024;

    /// <summary>The initial cache, for <c>cmake -C</c>.</summary>
    public static string Cache(BoardDescription board)
    {
        var place = board.ModelPlace;
        (string Name, string Value)[] entries =
        [
            ("NF_INTEROP_ASSEMBLIES", "Earshot.Interop"),
            ("EARSHOT_CORE", Core(board.Core)),
            ("EARSHOT_SMALL", board.Memory.ClrRegionBytes < LargeRegionBytes ? "ON" : "OFF"),
            ("EARSHOT_KERNELS", HasDsp(board.Core) ? "armv7em" : "reference"),
            ("EARSHOT_BLOCK_SAMPLES", Number(board.Capture.BlockSamples)),
            ("EARSHOT_RING_SAMPLES", Number(board.Capture.RingSamples)),
            ("EARSHOT_PACK_ADDRESS", FormattableString.Invariant($"0x{place.Address:X8}")),
            ("EARSHOT_PACK_BYTES", Number(place.Bytes)),
            ("EARSHOT_OPTIONS", Converter(board.Capture)),
            .. Sleep(board.Capture),
        ];
        return $"# nanoCLR of {board.Target} with Earshot's C module: cmake -C {CacheName} …; written by 'earshot board show' from board.yaml.\n"
            + string.Concat(entries.Select(entry => $"set({entry.Name} \"{entry.Value}\" CACHE STRING \"\")\n"))
            + (board.Capture.Dfsdm is null ? "" : ThreadXSleep);
    }

    /// <summary>The libraries as symbols of Kconfig, to be added to the target's defconfig.</summary>
    /// <exception cref="InputException">The board does not say which libraries its firmware needs.</exception>
    public static string Kconfig(BoardDescription board)
    {
        if (board.Firmware is not { } firmware)
        {
            throw new InputException(board.Target, "its board.yaml has no field firmware.", "List the libraries of the node there, as the boards of Earshot do.");
        }

        var missing = firmware.Missing.Length > 0 ? $"# Missing: {firmware.Missing}\n" : "";
        return $"# Added to the defconfig of {board.Target}; written by 'earshot board show' from board.yaml.\n" + missing
            + string.Concat(firmware.Libraries.Select(library => $"CONFIG_{Symbol(library)}=y\n"));
    }

    /// <summary>The symbol of a library.</summary>
    public static string Symbol(string library) => library == "nanoFramework.Hardware.Stm32"
        ? "API_HARDWARE_STM32" : "API_" + library.Replace('.', '_').ToUpperInvariant();

    private static string Core(BoardCore core) => core switch
    {
        BoardCore.CortexM4F => "cortex-m4",
        BoardCore.CortexM7F => "cortex-m7",
        BoardCore.CortexM33F => "cortex-m33",
        BoardCore.CortexM3 => "cortex-m3",
        _ => "cortex-m0",
    };

    // The names that native-interop/ports/chibios/capture.c reads.
    private static string Converter(BoardCapture capture) => capture.Dfsdm is not null
        ? ""
        : $"EARSHOT_ADC_DRIVER=ADCD{capture.Adc};EARSHOT_ADC_CHANNEL={capture.Channel};EARSHOT_ADC_PORT=GPIO{capture.Pin[1]};EARSHOT_ADC_PAD={capture.Pin[2..]}"
            + $";EARSHOT_ADC_TIMER={capture.Timer["TIM".Length..]};EARSHOT_ADC_TRIGGER={capture.Trigger};EARSHOT_ADC_DECIMATION={capture.Decimation}";

    // ChibiOS spins when no thread can run, unless its port (chcore.h) is told to wait for an interrupt. The targets on ChibiOS set no
    // flags of CMake's.
    private static (string Name, string Value)[] Sleep(BoardCapture capture) =>
        capture.Dfsdm is null ? [("CMAKE_C_FLAGS", "-DCORTEX_ENABLE_WFI_IDLE=TRUE")] : [];

    private static bool HasDsp(BoardCore core) => core is BoardCore.CortexM4F or BoardCore.CortexM7F or BoardCore.CortexM33F;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
