using Earshot.Audio.Wav;
using Earshot.Datasets.Synthetic;
using Earshot.Emulator.Sound;
using Earshot.Numerics;

namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A sound in the world: from a file, made up, or a tone. Sounds that overlap are heard together.</summary>
public sealed record SoundEntry
{
    /// <summary>When it begins, since power-on.</summary>
    public TimeSpan At { get; init; }

    /// <summary>A WAV file.</summary>
    public string File { get; init; } = "";

    /// <summary>A class of the synthetic dataset, such as <c>siren</c>; its clips take 4 s.</summary>
    public string Synthetic { get; init; } = "";

    /// <summary>A sine of so many Hz at -20 dB of full scale.</summary>
    public double Tone { get; init; }

    /// <summary>Which of the class's made-up sounds; the training takes 1 by default.</summary>
    public int Variant { get; init; } = 2;

    /// <summary>What it truly is; by default the synthetic class.</summary>
    public string Label { get; init; } = "";

    /// <summary>Louder by so many dB; softer when negative.</summary>
    public double Gain { get; init; }

    /// <summary>How long it sounds; a file or a made-up sound is cut or begins again. By default its own length, or 1 s for a tone.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>How often it comes.</summary>
    public int Times { get; init; } = 1;

    /// <summary>From one beginning to the next; needed with <see cref="Times"/>.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>Its true class, or empty when it is not known.</summary>
    internal string TrueLabel => Label.Length > 0 ? Label : Synthetic;

    /// <summary>What it is called.</summary>
    internal string Name => File.Length > 0 ? Path.GetFileName(File)
        : Synthetic.Length > 0 ? FormattableString.Invariant($"{Synthetic} {Variant}")
        : FormattableString.Invariant($"{Tone} Hz");

    /// <summary>The same with its file as seen from a scenario's folder.</summary>
    public SoundEntry Below(string scenario) => File.Length == 0
        ? this
        : this with { File = Path.GetFullPath(File, Path.GetDirectoryName(Path.GetFullPath(scenario))!) };

    /// <summary>Refuses what makes no sense.</summary>
    /// <exception cref="InputException">A value is wrong, or the file is missing.</exception>
    public void Check()
    {
        var kinds = (File.Length > 0 ? 1 : 0) + (Synthetic.Length > 0 ? 1 : 0) + (Tone != 0 ? 1 : 0);
        Require(kinds == 1, "file", "a sound is either a file, synthetic, or a tone.", "Give exactly one of 'file', 'synthetic' and 'tone'.");
        Require(File.Length == 0 || System.IO.File.Exists(File), "file", $"there is no file '{File}'.", "Give a WAV file; a relative path counts from the scenario's folder.");
        Require(
            Synthetic.Length == 0 || SyntheticDataset.Labels.Contains(Synthetic),
            "synthetic",
            $"there is no class '{Synthetic}'.",
            $"Use one of: {string.Join(", ", SyntheticDataset.Labels)}.");
        Require(Tone is 0 or (>= 1 and <= 24000), "tone", "it is out of range.", "Give 1 to 24000 Hz.");
        Require(Math.Abs(Gain) <= 120, "gain", "it is out of range.", "Give -120 to 120 dB.");
        Require(For is not { } length || length > TimeSpan.Zero, "for", "it is not a length.", "Give more than 0 s, or leave it out.");
        Require(Times is >= 1 and <= 1_000_000, "times", "it is out of range.", "Give 1 to 1000000.");
        Require(Times == 1 || Every > TimeSpan.Zero, "every", "it is missing.", "Say how long it is from one beginning to the next, such as 'every: 1 min'.");
    }

    /// <summary>The sound's samples.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    internal SoundClip Render(int sampleRate)
    {
        var samples = Source(sampleRate);
        if (For is { } length)
        {
            var wanted = new short[(long)(length.TotalSeconds * sampleRate)];
            for (var index = 0; index < wanted.Length; index++)
            {
                wanted[index] = samples[index % samples.Length];
            }

            samples = wanted;
        }

        return new SoundClip(Name, TrueLabel, samples);
    }

    private short[] Source(int sampleRate)
    {
        if (File.Length > 0)
        {
            var read = WavFile.ReadMono16(File, sampleRate);
            return read.Length > 0 ? read : throw new InputException(File, "there is no sound in it.", "Give a WAV file with samples.");
        }

        if (Synthetic.Length > 0)
        {
            return SyntheticDataset.Create(Variant, SyntheticDataset.FoldCount).Clips.First(clip => clip.Label == Synthetic).ReadSamples(sampleRate);
        }

        var tone = new short[(long)((For ?? TimeSpan.FromSeconds(1)).TotalSeconds * sampleRate)];
        for (var index = 0; index < tone.Length; index++)
        {
            tone[index] = (short)Math.Round(3277 * PortableMath.Sin(2 * Math.PI * Tone * index / sampleRate));
        }

        return tone;
    }

    private static void Require(bool condition, string key, string problem, string remedy)
    {
        if (!condition)
        {
            throw new InputException(key, problem, remedy);
        }
    }
}
