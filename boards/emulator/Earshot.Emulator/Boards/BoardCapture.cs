namespace Earshot.Emulator.Boards;

/// <summary>How sound is sampled.</summary>
public sealed class BoardCapture
{
    /// <summary>The board's own digital microphone; absent where sound comes from the analog-to-digital converter.</summary>
    public BoardDfsdm? Dfsdm { get; set; }

    /// <summary>The analog-to-digital converter, from 1; 0 with a digital microphone.</summary>
    public int Adc { get; set; }

    /// <summary>Its channel.</summary>
    public int Channel { get; set; }

    /// <summary>The pin that an analogue microphone is wired to, such as PA0.</summary>
    public string Pin { get; set; } = "";

    /// <summary>The timer that triggers conversions; a digital microphone is clocked by its filter.</summary>
    public string Timer { get; set; } = "";

    /// <summary>What that timer counts, in hertz: the clock of timers on the first peripheral bus; 0 with a digital microphone.</summary>
    public long TimerHertz { get; set; }

    /// <summary>How often a sample is converted; the firmware filters and takes one of them: 1, 2 or 4.</summary>
    public int Decimation { get; set; } = 1;

    /// <summary>The number under which the converter knows its trigger (EXTSEL).</summary>
    public int Trigger { get; set; }

    /// <summary>The DMA stream that carries samples.</summary>
    public string Dma { get; set; } = "";

    /// <summary>Where these come from: the tables of datasheet and reference manual.</summary>
    public string Source { get; set; } = "";

    /// <summary>Half of the DMA buffer, in samples: sound becomes visible in blocks of that many.</summary>
    public int BlockSamples { get; set; }

    /// <summary>Samples that wait for the engine at most; more are lost and counted.</summary>
    public int RingSamples { get; set; }
}
