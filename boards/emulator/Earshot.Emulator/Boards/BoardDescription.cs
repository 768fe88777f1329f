using YamlDotNet.Serialization;

namespace Earshot.Emulator.Boards;

/// <summary>What <c>board.yaml</c> says of a board.</summary>
public sealed class BoardDescription
{
    /// <summary>nanoFramework's target name, and the name of the board's folder.</summary>
    public string Target { get; set; } = "";

    /// <summary>The board as its maker calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The microcontroller.</summary>
    public string Mcu { get; set; } = "";

    /// <summary>The processor core.</summary>
    public BoardCore Core { get; set; }

    /// <summary>Core clock under nanoCLR, in hertz.</summary>
    public long ClockHertz { get; set; }

    /// <summary>The memories.</summary>
    public BoardMemory Memory { get; set; } = new();

    /// <summary>Where a model pack lies; absent where it is the last part of the deployment region and has erase units of its own.</summary>
    public BoardModelPlace? Model { get; set; }

    /// <summary>What the interpreter costs.</summary>
    public BoardInterpreter Interpreter { get; set; } = new();

    /// <summary>How the microphone is sampled.</summary>
    public BoardCapture Capture { get; set; } = new();

    /// <summary>
    /// What System.Device.Adc reads, in the firmware's order: pins such as PA1, and <c>temperature</c>, <c>vrefint</c> and <c>vbat</c>;
    /// none where the firmware has no such package.
    /// </summary>
    public List<string> AnalogInputs { get; set; } = [];

    /// <summary>Serial ports that managed code can open.</summary>
    public List<BoardUart> Uarts { get; set; } = [];

    /// <summary>The modem; absent where the board file does not say.</summary>
    public BoardModem? Modem { get; set; }

    /// <summary>The wiring of microphone and modem; absent where the board file does not say.</summary>
    public BoardWiring? Wiring { get; set; }

    /// <summary>
    /// Currents by power state, each with its source; a state that is not listed is not known. <c>capture</c> and <c>microphone</c> are
    /// what converter or filter with its DMA, and the microphone, draw besides while sound is taken.
    /// </summary>
    public Dictionary<string, BoardCurrent> Currents { get; set; } = [];

    /// <summary>
    /// How long the chip takes to run again: <c>stop_wakeup</c>, <c>standby_wakeup</c>, and <c>boot</c> of the firmware up to the app; one
    /// that is not listed counts as none.
    /// </summary>
    public Dictionary<string, BoardTime> Times { get; set; } = [];

    /// <summary>What survives reset and standby, and what wakes the chip; null when it is not described.</summary>
    public BoardBackup? Backup { get; set; }

    /// <summary>Where the independent watchdog goes on; null counts as everywhere.</summary>
    public BoardWatchdog? Watchdog { get; set; }

    /// <summary>What a firmware for Earshot needs; absent where the board file does not say.</summary>
    public BoardFirmware? Firmware { get; set; }

    /// <summary>How <c>nanoff</c> reaches the board.</summary>
    public BoardFlashing Nanoff { get; set; } = new();

    /// <summary>Where a model pack lies, said or by default.</summary>
    [YamlIgnore]
    public BoardModelPlace ModelPlace => Model ?? BoardModelPlace.In(Memory);

    /// <summary>Price of one cost unit of interpreted code, in picoseconds.</summary>
    public long PicosecondsPerUnit => (long)Math.Round(Interpreter.ClocksPerUnit * 1e12 / ClockHertz);
}
