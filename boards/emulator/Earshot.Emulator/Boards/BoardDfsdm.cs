namespace Earshot.Emulator.Boards;

/// <summary>A digital microphone on the digital filter for sigma-delta modulators (DFSDM).</summary>
public sealed class BoardDfsdm
{
    /// <summary>The filter, from 0.</summary>
    public int Filter { get; set; }

    /// <summary>The channel that the microphone's bits arrive on, from 0.</summary>
    public int Channel { get; set; }

    /// <summary>The pin that clocks the microphone.</summary>
    public string ClockPin { get; set; } = "";

    /// <summary>The pin that its bits arrive on.</summary>
    public string DataPin { get; set; } = "";

    /// <summary>The microphone's clock, in hertz.</summary>
    public int ClockHertz { get; set; }

    /// <summary>Bits for one sample: the clock over this is the sample rate.</summary>
    public int Oversampling { get; set; }
}
