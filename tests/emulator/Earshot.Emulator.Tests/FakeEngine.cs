using Earshot.Emulator.Classification;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Tests;

/// <summary>
/// An engine whose "sounds" are constants: a sample of 1000 is the first class, 2000 the second. A decision every second hop
/// scores the classes by their share of the last ten hops. A pack is one byte: the number of classes.
/// </summary>
internal sealed class FakeEngine : IInferenceEngine
{
    public const int SampleRate = 16000;
    private const int Hop = 512;
    private readonly Queue<int> _heard = new();
    private int _hops;

    private FakeEngine(int classes) => Model = new ModelFacts
    {
        Name = "fake",
        Classes = [.. Enumerable.Range(1, classes).Select(number => new ModelClassFacts($"class {number}", false, 100, 50, 0))],
        SampleRate = SampleRate,
        HopSamples = Hop,
        FrameSamples = Hop,
        WindowHops = 10,
        DecisionHops = 2,
        SmoothingMilliseconds = 200,
        QuietLevel = -60 * 256,
        MultiplyAccumulates = 100_000,
        ArenaBytes = 1000,
    };

    public ModelFacts Model { get; }

    public int Level { get; private set; } = short.MinValue;

    public static IInferenceEngine Open(ReadOnlyMemory<byte> pack) =>
        pack.Length == 1 ? new FakeEngine(pack.Span[0]) : throw new ModelRejectedException(-6, "the pack is cut short");

    public static SoundClip Clip(int number, double seconds)
    {
        var samples = new short[(int)(seconds * SampleRate)];
        Array.Fill(samples, (short)(1000 * number));
        return new SoundClip($"sound {number}", $"class {number}", samples);
    }

    public int Push(ReadOnlySpan<short> samples)
    {
        Assert.Equal(Hop, samples.Length);
        var number = samples[Hop / 2] / 1000;
        Level = number == 0 ? short.MinValue : -20 * 256;
        _heard.Enqueue(number);
        if (_heard.Count > 10)
        {
            _heard.Dequeue();
        }

        return ++_hops % 2 == 0 ? 1 : 0;
    }

    public bool TryReadScores(Span<sbyte> scores)
    {
        for (var index = 0; index < scores.Length; index++)
        {
            var share = _heard.Count(number => number == index + 1) / (double)_heard.Count;
            scores[index] = (sbyte)((int)(share * 255) - 128);
        }

        return _hops >= 2;
    }

    public void Reset()
    {
        _hops = 0;
        _heard.Clear();
    }

    public void Dispose()
    {
    }
}
