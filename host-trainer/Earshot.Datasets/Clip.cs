using Earshot.Audio;
using Earshot.Audio.Wav;

namespace Earshot.Datasets;

/// <summary>One labelled piece of sound of a dataset. Its samples are read or generated when they are asked for.</summary>
public sealed class Clip
{
    private readonly Func<int, short[]> _read;

    /// <summary>Creates a clip whose samples come from a function.</summary>
    /// <param name="path">The file, or a name that is unique in the dataset.</param>
    /// <param name="label">Its class.</param>
    /// <param name="fold">Its fold, from 1.</param>
    /// <param name="sourceGroup">The recording that it was cut from; <see cref="Dataset.Without"/> keeps recordings together.</param>
    /// <param name="read">Gives its samples, mono, at the sample rate (Hz) that it is called with.</param>
    public Clip(string path, string label, int fold, string sourceGroup, Func<int, short[]> read)
    {
        Path = path;
        Label = label;
        Fold = fold;
        SourceGroup = sourceGroup;
        _read = read;
    }

    /// <summary>The file, or a name that is unique in the dataset.</summary>
    public string Path { get; }

    /// <summary>Its class.</summary>
    public string Label { get; }

    /// <summary>Its fold, from 1.</summary>
    public int Fold { get; }

    /// <summary>The recording that it was cut from.</summary>
    public string SourceGroup { get; }

    /// <summary>Where it begins in its recording, if that is known.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>Where it ends in its recording, if that is known.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>UrbanSound8K's salience, if given: 1 in the foreground, 2 in the background.</summary>
    public int? Salience { get; init; }

    /// <summary>Creates a clip that is a WAV file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">Its class.</param>
    /// <param name="fold">Its fold, from 1.</param>
    /// <param name="sourceGroup">The recording that it was cut from.</param>
    public static Clip FromFile(string path, string label, int fold, string sourceGroup) =>
        new(path, label, fold, sourceGroup, rate => WavFile.ReadMono16(path, rate));

    /// <summary>Reads its samples, mono, resampled to <paramref name="sampleRate"/> (Hz) where they have another rate.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public short[] ReadSamples(int sampleRate = SampleRates.Model) => _read(sampleRate);
}
