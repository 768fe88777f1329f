namespace Earshot.Emulator.Power;

/// <summary>A part that stands still while the chip's clocks do, in STOP mode.</summary>
public interface IClocked
{
    /// <summary>The clocks stop now.</summary>
    void StopClocks();

    /// <summary>The clocks run again.</summary>
    /// <param name="stopped">How long they stood still, in nanoseconds.</param>
    void StartClocks(long stopped);
}
