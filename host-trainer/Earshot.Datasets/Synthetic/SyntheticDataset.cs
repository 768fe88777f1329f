using Earshot.Audio;
using Earshot.Audio.Resampling;
using Earshot.Datasets.Synthetic.Sounds;
using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic;

/// <summary>
/// Ten urban sounds, made up but with the structure in time and frequency of UrbanSound8K's classes (J. Salamon, C. Jacoby,
/// J. P. Bello, 2014), for trying everything without a download. Each clip is generated when it is read, from a seed of
/// its own. Only operations that IEEE 754 defines to the last bit are used (+ − × ÷ √), so the bytes are the same on every
/// system.
/// </summary>
public static class SyntheticDataset
{
    /// <summary>What the dataset is called.</summary>
    public const string Name = "synthetic";

    /// <summary>Number of folds.</summary>
    public const int FoldCount = 5;

    /// <summary>The usual number of clips of each class.</summary>
    public const int DefaultClipsPerClass = 40;

    /// <summary>Length of a clip in seconds.</summary>
    public const double ClipSeconds = 4;

    private static readonly IUrbanSound[] Sounds =
    [
        new AirConditioner(), new CarHorn(), new ChildrenPlaying(), new DogBark(), new Drilling(),
        new EngineIdling(), new GunShot(), new Jackhammer(), new Siren(), new StreetMusic(),
    ];

    /// <summary>The labels, in UrbanSound8K's order.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Sounds.Select(sound => sound.Label)];

    /// <summary>Creates a dataset.</summary>
    /// <param name="seed">Other seeds give other clips.</param>
    /// <param name="clipsPerClass">Clips of each class, spread evenly over the folds; at least <see cref="FoldCount"/>.</param>
    public static Dataset Create(int seed = 1, int clipsPerClass = DefaultClipsPerClass)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clipsPerClass, FoldCount);
        var clips = new List<Clip>(clipsPerClass * Sounds.Length);
        for (var index = 0; index < clipsPerClass; index++)
        {
            for (var label = 0; label < Sounds.Length; label++)
            {
                clips.Add(CreateClip(seed, label, index));
            }
        }

        return new Dataset(Name, Labels, clips);
    }

    private static Clip CreateClip(int seed, int label, int index)
    {
        var sound = Sounds[label];
        var name = $"{sound.Label}-{index + 1:D4}";
        return new Clip($"{Name}/{name}.wav", sound.Label, (index % FoldCount) + 1, name, Read)
        {
            Start = TimeSpan.Zero,
            End = TimeSpan.FromSeconds(ClipSeconds),
        };

        short[] Read(int sampleRate)
        {
            var samples = ClipRenderer.Render(sound, ClipSeconds, new DeterministicRandom(seed, label, index));
            return sampleRate == SampleRates.Model
                ? samples
                : Pcm16.FromFloat(Resampler.Resample(Pcm16.ToFloat(samples), SampleRates.Model, sampleRate));
        }
    }
}
