using Earshot.Emulator.Sound;
using Earshot.Native;
using Earshot.Onnx;
using Earshot.Packing;
using Earshot.Packing.Network;

namespace Earshot.Emulator.Tests;

/// <summary>A real model pack that nobody had to train: its one layer compares the mel bands around three tones.</summary>
internal static class TonePack
{
    public const int SampleRate = 16000;
    private const int Window = 32;
    private static readonly double[] Tones = [400, 1500, 5000];
    private static readonly Lazy<PackResult> Packed = new(Pack);

    public static byte[] Bytes => Packed.Value.Bytes;

    public static PackResult Result => Packed.Value;

    /// <summary>A tone with a little noise, 20 dB below full scale.</summary>
    public static SoundClip Clip(int tone, double seconds)
    {
        var random = new Random(tone);
        var samples = new short[(int)(seconds * SampleRate)];
        for (var index = 0; index < samples.Length; index++)
        {
            var value = 3277 * Math.Sin(2 * Math.PI * Tones[tone] * index / SampleRate);
            samples[index] = (short)Math.Round(value + (20 * (random.NextDouble() - 0.5)));
        }

        return new SoundClip($"{Tones[tone]} Hz", LabelOf(tone), samples);
    }

    public static string LabelOf(int tone) => $"tone {tone}";

    private static PackResult Pack()
    {
        var clips = Enumerable.Range(0, Tones.Length).Select(tone => Clip(tone, 1).Samples).ToArray();
        var configuration = new FrontEndConfiguration();
        configuration = configuration with { Statistics = FeatureStatistics.Fit(configuration, clips) };
        var tables = FrontEndTables.Build(configuration);
        var parameters = new QuantizationParameters(tables.Scale, (sbyte)tables.ZeroPoint);
        var features = new NetworkTensor("features", Window, configuration.Bands, 1, parameters);
        var logits = new NetworkTensor("logits", 1, 1, Tones.Length, new QuantizationParameters(0.1f, 0));
        var scores = new NetworkTensor("scores", 1, 1, Tones.Length, new QuantizationParameters(1f / 256, -128));
        var weights = new sbyte[Tones.Length * Window * configuration.Bands];
        using var frontEnd = new FrontEnd(tables);
        for (var tone = 0; tone < Tones.Length; tone++)
        {
            var heard = frontEnd.Compute(clips[tone]);
            var row = heard.LogMel.AsSpan(heard.Bands * (heard.Frames / 2), heard.Bands);
            var loudest = row.IndexOf(row.ToArray().Max());
            for (var column = 0; column < Window; column++)
            {
                weights[(((tone * Window) + column) * configuration.Bands) + loudest] = 127;
            }
        }

        var dense = new NetworkLayer("compare", LayerOperator.Dense, [features], logits)
        {
            Time = LayerSpan.Whole(Window),
            Frequency = LayerSpan.Whole(configuration.Bands),
            Weights = weights,
            Bias = new int[Tones.Length],
            // A window full of features of 64 gives a logit of 10.
            Factors = [.. Tones.Select(_ => 100.0 / (Window * 127 * 64))],
        };
        var softmax = new NetworkLayer("softmax", LayerOperator.Softmax, [logits], scores);
        var network = new QuantizedNetwork("tones", [features, logits, scores], [dense, softmax], logits, scores, []);
        var settings = new PackSettings
        {
            FrontEnd = tables,
            Classes = [.. Tones.Select((_, tone) => new ModelClass(LabelOf(tone), false, 0.5, 0.25, TimeSpan.FromMilliseconds(100)))],
            DecisionHop = 8,
            Smoothing = TimeSpan.FromMilliseconds(300),
            QuietLevel = -70,
        };
        return ModelPacker.Pack(network, settings, "tones");
    }
}
