using System.Buffers;
using Earshot.Audio.Resampling;
using Xunit.Abstractions;

namespace Earshot.Audio.Tests;

public sealed class ResamplerTests(ITestOutputHelper log)
{
    public static TheoryData<int, int> Rates => new()
    {
        { 44_100, 16_000 }, { 48_000, 16_000 }, { 8_000, 16_000 }, { 11_025, 16_000 }, { 22_050, 16_000 }, { 32_000, 16_000 },
        { 96_000, 16_000 }, { 192_000, 16_000 }, { 44_101, 16_000 }, { 16_000, 44_100 }, { 16_000, 8_000 }, { 47_999, 44_101 },
    };

    public static TheoryData<int, int> FallingRates
    {
        get
        {
            var falling = new TheoryData<int, int>();
            foreach (var row in Rates.Where(row => (int)row[0] > (int)row[1]))
            {
                falling.Add((int)row[0], (int)row[1]);
            }

            return falling;
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Pass_band_is_flat_and_not_delayed(int from, int to)
    {
        double worstRipple = 0, worstError = 0;
        var nyquist = Math.Min(from, to) / 2.0;
        foreach (var fraction in Sweep(0.001, 0.9, 25))
        {
            var frequency = fraction * nyquist;
            var (gain, error) = Fit(Middle(Resampler.Resample(Sine(frequency, from), from, to), out var start), start, frequency, to);
            worstRipple = Math.Max(worstRipple, Math.Abs(Decibels(gain)));
            worstError = Math.Max(worstError, error);
        }

        log.WriteLine($"{from} -> {to} Hz: ripple {worstRipple:F5} dB, everything else {Decibels(worstError):F1} dB");
        Assert.True(worstRipple < 0.1, $"ripple {worstRipple} dB");

        // What differs from the undelayed sine at the new rate: aliases, images, delay and distortion together.
        Assert.True(Decibels(worstError) < -80, $"residue {Decibels(worstError)} dB");
    }

    [Theory]
    [MemberData(nameof(FallingRates))]
    public void Stop_band_is_80_dB_down(int from, int to)
    {
        double worst = 0;
        foreach (var fraction in Sweep(to / (double)from, 1, 60))
        {
            var output = Middle(Resampler.Resample(Sine(fraction * from / 2, from), from, to), out _);
            worst = Math.Max(worst, Math.Sqrt(2 * output.Average(sample => (double)sample * sample)));
        }

        log.WriteLine($"{from} -> {to} Hz: stop band {Decibels(worst):F1} dB");
        Assert.True(Decibels(worst) < -80, $"stop band {Decibels(worst)} dB");
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Length_is_exact_and_pieces_do_not_matter(int from, int to)
    {
        var random = new Random(7);
        foreach (var length in (int[])[0, 1, 2, 3, 159, 4096, 10_007])
        {
            var input = Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
            var whole = Resampler.Resample(input, from, to);
            Assert.Equal(((long)length * to + from - 1) / from, whole.Length);

            var resampler = new Resampler(from, to);
            var pieces = new ArrayBufferWriter<float>();
            for (var done = 0; done < length;)
            {
                var count = Math.Min(random.Next(1, 700), length - done);
                resampler.Process(input.AsSpan(done, count), pieces);
                done += count;
            }

            resampler.Complete(pieces);
            Assert.Equal(whole, pieces.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public void Five_seconds_at_44_1_kHz_are_80000_samples_at_16_kHz() =>
        Assert.Equal(80_000, Resampler.OutputLength(220_500, 44_100, 16_000));

    [Fact]
    public void Equal_rates_copy()
    {
        float[] input = [0.1f, -0.7f, 3];
        Assert.Equal(input, Resampler.Resample(input, 16_000, 16_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(999)]
    [InlineData(768_001)]
    public void Refuses_impossible_rates(int rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(rate, 16_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(16_000, rate));
    }

    private static IEnumerable<double> Sweep(double first, double last, int points) =>
        Enumerable.Range(0, points).Select(i => first + ((last - first) * i / (points - 1)));

    private static float[] Sine(double frequency, int rate) =>
        [.. Enumerable.Range(0, rate / 4).Select(n => (float)Math.Sin(2 * Math.PI * frequency * n / rate))];

    private static float[] Middle(float[] signal, out int start)
    {
        // The quarter at each end holds the transients of a sine that begins and ends abruptly.
        start = signal.Length / 4;
        return signal[start..(3 * start)];
    }

    private static (double Gain, double Error) Fit(float[] signal, int start, double frequency, int rate)
    {
        double inPhase = 0, power = 0, residue = 0;
        for (var i = 0; i < signal.Length; i++)
        {
            var reference = Math.Sin(2 * Math.PI * frequency * (start + i) / rate);
            inPhase += reference * signal[i];
            power += reference * reference;
        }

        var gain = inPhase / power;
        for (var i = 0; i < signal.Length; i++)
        {
            var difference = signal[i] - (gain * Math.Sin(2 * Math.PI * frequency * (start + i) / rate));
            residue += difference * difference;
        }

        return (gain, Math.Sqrt(residue / power));
    }

    private static double Decibels(double ratio) => 20 * Math.Log10(Math.Max(ratio, 1e-12));
}
