using Earshot.Native;

namespace Earshot.Pipeline;

/// <summary>The front end that models are trained with when nothing else is said.</summary>
public static class DefaultFrontEnd
{
    /// <summary>16 kHz, 32 ms frames every 16 ms, 40 mel bands from 50 Hz to 7.8 kHz.</summary>
    public static FrontEndConfiguration Configuration { get; } = new() { Bands = 40 };
}
