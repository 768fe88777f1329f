using Earshot.Native;
using Earshot.Training.Models;

namespace Earshot.Pipeline;

/// <summary>The front end that models are trained with when nothing else is said.</summary>
public static class DefaultFrontEnd
{
    /// <summary>16 kHz, 32 ms frames every 16 ms, 40 mel bands from 50 Hz to 7.8 kHz.</summary>
    public static FrontEndConfiguration Configuration { get; } = new() { Bands = 40 };

    /// <summary>A front end with the features that a model takes: mel bands, or the samples of each hop.</summary>
    /// <exception cref="InputException">There is no such model.</exception>
    public static FrontEndConfiguration For(string model, FrontEndConfiguration frontEnd) => ModelZoo.HearsSamples(model)
        ? frontEnd with { Kind = FrontEndKind.Samples, Bands = frontEnd.HopSamples, Normalisation = NormalisationMode.Fixed, Statistics = null }
        : frontEnd;
}
