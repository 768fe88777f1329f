using Earshot.Audio.Resampling;
using Earshot.Audio.Wav;
using Earshot.TestSupport;
using Xunit.Abstractions;

namespace Earshot.Audio.Tests;

public sealed class RealRecordingTests(ITestOutputHelper log)
{
    [DatasetFact("ESC-10", "ESC-10-44k1-sample")]
    public void Resampled_clips_equal_the_published_16_kHz_ones()
    {
        var compared = 0;
        var worst = double.PositiveInfinity;
        foreach (var path in Directory.GetFiles(Path.Combine(RepositoryLayout.Datasets, "ESC-10-44k1-sample", "audio"), "*.wav").Order())
        {
            var ours = WavFile.ReadMono16(path);
            var theirs = WavFile.ReadMono16(Path.Combine(RepositoryLayout.Datasets, "ESC-10", "audio", Path.GetFileName(path)));
            Assert.Equal(theirs.Length, ours.Length);
            var whole = Similarity(theirs, ours);

            // Two good resamplers still differ where their pass bands end, just below 8 kHz: compare below that.
            var below = Similarity(BelowTransition(theirs), BelowTransition(ours));
            worst = Math.Min(worst, below);
            log.WriteLine($"{Path.GetFileName(path)}: {whole:F1} dB, below 6.5 kHz {below:F1} dB");
            compared++;
        }

        Assert.Equal(20, compared);
        Assert.True(worst > 40, $"worst signal-to-difference ratio {worst:F1} dB");
    }

    private static short[] BelowTransition(short[] samples) =>
        Pcm16.FromFloat(Resampler.Resample(Pcm16.ToFloat(samples), SampleRates.Model, 13_000));

    private static double Similarity(short[] expected, short[] actual)
    {
        double signal = 0, difference = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            signal += (double)expected[i] * expected[i];
            difference += Math.Pow(actual[i] - expected[i], 2);
        }

        return 10 * Math.Log10(signal / Math.Max(difference, 1));
    }
}
