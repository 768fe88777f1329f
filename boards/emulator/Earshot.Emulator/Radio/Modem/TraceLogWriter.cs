namespace Earshot.Emulator.Radio;

/// <summary>Writes a line about the modem into the board's trace.</summary>
internal delegate void TraceLogWriter(string text);
