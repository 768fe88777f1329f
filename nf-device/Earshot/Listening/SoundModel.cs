using System.Text;
using Earshot.Interop;

namespace Earshot;

/// <summary>What the model says of itself. Read once, when a classifier opens it.</summary>
public sealed class SoundModel
{
    private const int LongestName = 64;

    /// <summary>Describes a model, for tests and for classifiers of another kind.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="classes">Its classes, in the order of the scores.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hopSamples">Samples of a hop.</param>
    /// <param name="windowHops">Hops that a decision looks back on.</param>
    /// <param name="decisionHops">Hops from one decision to the next.</param>
    /// <param name="smoothing">Time constant for smoothing scores, in milliseconds.</param>
    /// <param name="quietLevel">Hops below it are quiet, in 1/256 dB of a full-scale sine.</param>
    public SoundModel(
        string name,
        SoundClass[] classes,
        int sampleRate,
        int hopSamples,
        int windowHops,
        int decisionHops,
        int smoothing,
        int quietLevel)
    {
        Name = name;
        Classes = classes;
        SampleRate = sampleRate;
        HopSamples = hopSamples;
        WindowHops = windowHops;
        Window = (int)((long)windowHops * hopSamples * 1000 / sampleRate);
        DecisionHops = decisionHops;
        DecisionInterval = (int)((long)decisionHops * hopSamples * 1000 / sampleRate);
        Smoothing = smoothing;
        QuietLevel = quietLevel;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its classes, in the order of the scores.</summary>
    public SoundClass[] Classes { get; }

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; }

    /// <summary>Samples of a hop.</summary>
    public int HopSamples { get; }

    /// <summary>Hops that one decision looks back on.</summary>
    public int WindowHops { get; }

    /// <summary>Milliseconds of sound that one decision looks back on.</summary>
    public int Window { get; }

    /// <summary>Hops from one decision to the next.</summary>
    public int DecisionHops { get; }

    /// <summary>Milliseconds from one decision to the next.</summary>
    public int DecisionInterval { get; }

    /// <summary>Time constant for smoothing scores, in milliseconds.</summary>
    public int Smoothing { get; }

    /// <summary>Hops below it are quiet, in 1/256 dB of a full-scale sine.</summary>
    public int QuietLevel { get; }

    internal static SoundModel ReadOpenModel()
    {
        int[] fields = new int[NativeClassifier.ModelFields];
        NativeStatus.Check(NativeClassifier.ReadModel(fields));
        byte[] text = new byte[LongestName];
        SoundClass[] classes = new SoundClass[fields[2]];
        int[] settings = new int[NativeClassifier.ClassFields];
        for (int index = 0; index < classes.Length; index++)
        {
            NativeStatus.Check(NativeClassifier.ReadClass(index, settings));
            string label = TextOf(text, NativeStatus.Check(NativeClassifier.ReadLabel(index, text)));
            classes[index] = new SoundClass(label, settings[0] != 0, settings[1], settings[2], settings[3]);
        }

        string name = TextOf(text, NativeStatus.Check(NativeClassifier.ReadName(text)));
        return new SoundModel(name, classes, fields[0], fields[1], fields[3], fields[4], fields[5], fields[6]);
    }

    private static string TextOf(byte[] utf8, int length)
    {
        return Encoding.UTF8.GetString(utf8, 0, length < utf8.Length ? length : utf8.Length);
    }
}
