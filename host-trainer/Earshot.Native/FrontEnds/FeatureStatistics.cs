namespace Earshot.Native;

/// <summary>
/// Mean and deviation of each mel band over a training set, in log2 of power (one unit is 3.01 dB); with causal
/// normalisation of what is left after the running level is taken off.
/// </summary>
/// <param name="Means">One a band.</param>
/// <param name="Deviations">One a band; <see cref="Fit"/> keeps them at or above <see cref="SmallestDeviation"/>.</param>
/// <param name="StartLevel">Causal: the running level from which every sound starts, the set's mean level.</param>
public sealed record FeatureStatistics(double[] Means, double[] Deviations, double StartLevel)
{
    /// <summary>A band that hardly moves must not be blown up to full range: 0.25 is 0.75 dB.</summary>
    public const double SmallestDeviation = 0.25;

    /// <summary>
    /// Measures the statistics of some clips. Frames of digital silence are left out: recordings are padded with it, the
    /// microphone never hears it, and it would pull every mean down.
    /// </summary>
    /// <param name="configuration">Its own statistics, if any, are not used.</param>
    /// <param name="clips">Samples at the configuration's rate.</param>
    /// <exception cref="InputException">There is no frame that is not silent.</exception>
    public static FeatureStatistics Fit(FrontEndConfiguration configuration, IEnumerable<short[]> clips)
    {
        using var frontEnd = new FrontEnd(FrontEndTables.Build(configuration with { Statistics = null }));
        var frames = clips.Select(clip => frontEnd.Compute(clip)).Where(clip => clip.Frames > 0).ToArray();
        var start = RunningLevel.MeanOf(frames);
        var means = new double[configuration.Bands];
        var squares = new double[configuration.Bands];
        var count = 0L;
        foreach (var clip in frames)
        {
            var level = new RunningLevel(FrontEndTables.LevelRateOf(configuration), FrontEndTables.ToQ8(start));
            for (var frame = 0; frame < clip.Frames; frame++)
            {
                var row = clip.LogMel.AsSpan(frame * clip.Bands, clip.Bands);
                var subtract = configuration.Normalisation == NormalisationMode.Causal ? level.Next(row) : 0;
                if (clip.Levels[frame] == FeatureFrames.SilenceLevel)
                {
                    continue;
                }

                count++;
                for (var band = 0; band < row.Length; band++)
                {
                    var value = (row[band] - subtract) / 256.0;
                    means[band] += value;
                    squares[band] += value * value;
                }
            }
        }

        if (count == 0)
        {
            throw new InputException("feature statistics", "no clip has a frame with sound in it.", "Check that the recordings are not empty or silent.");
        }

        var deviations = new double[means.Length];
        for (var band = 0; band < means.Length; band++)
        {
            means[band] /= count;
            var variance = squares[band] / count - means[band] * means[band];
            deviations[band] = Math.Max(SmallestDeviation, Math.Sqrt(Math.Max(0, variance)));
        }

        return new FeatureStatistics(means, deviations, start);
    }
}
