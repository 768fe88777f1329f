namespace Earshot.Audio.Wav;

/// <summary>Where the samples lie in a WAV file and what they are.</summary>
/// <param name="Format">The format.</param>
/// <param name="DataOffset">Byte at which the samples begin.</param>
/// <param name="FrameCount">Samples per channel, at least 1; an incomplete one at the end is left out.</param>
internal sealed record WavLayout(WavFormat Format, long DataOffset, long FrameCount);
