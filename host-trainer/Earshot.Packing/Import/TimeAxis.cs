namespace Earshot.Packing.Import;

/// <summary>Which of the two image axes of an ONNX model is time; the other one is frequency.</summary>
public enum TimeAxis
{
    /// <summary>The first of the two (H in NCHW), as in Earshot's own models.</summary>
    Height,

    /// <summary>The second (W in NCHW): spectrograms as pictures, low bands in the first row.</summary>
    Width,
}
