namespace Earshot.Emulator.Power;

/// <summary>A part of the board that forgets something when the chip resets. What it does not forget, it keeps.</summary>
public interface IResettable
{
    /// <summary>
    /// The chip resets now. No device thread exists any more; what was scheduled with the program is gone; time has not passed.
    /// </summary>
    /// <param name="cause">Why.</param>
    void Reset(ResetCause cause);
}
