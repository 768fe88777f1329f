namespace Earshot.Native;

/// <summary>Triangular mel bands with peak 1, each from the centre of its lower neighbour to that of its upper one.</summary>
internal static class MelFilterBank
{
    public static ((ushort FirstBin, ushort Bins)[] Bands, float[] Weights) Build(FrontEndConfiguration configuration)
    {
        var scale = configuration.MelScale;
        var low = scale.FromHertz(configuration.LowHertz);
        var step = (scale.FromHertz(configuration.HighHertz) - low) / (configuration.Bands + 1);
        var bands = new (ushort, ushort)[configuration.Bands];
        var weights = new List<float>();
        for (var band = 0; band < bands.Length; band++)
        {
            var left = scale.ToHertz(low + step * band);
            var centre = scale.ToHertz(low + step * (band + 1));
            var right = scale.ToHertz(low + step * (band + 2));
            bands[band] = AddBand(configuration, left, centre, right, weights);
        }

        return (bands, [.. weights]);
    }

    private static (ushort FirstBin, ushort Bins) AddBand(
        FrontEndConfiguration configuration, double left, double centre, double right, List<float> weights)
    {
        var hertzPerBin = (double)configuration.SampleRate / configuration.FftSize;
        var first = -1;
        var count = 0;
        for (var bin = 0; bin <= configuration.FftSize / 2; bin++)
        {
            var hertz = bin * hertzPerBin;
            var weight = (float)Math.Min((hertz - left) / (centre - left), (right - hertz) / (right - centre));
            if (weight <= 0)
            {
                continue;
            }

            first = first < 0 ? bin : first;
            weights.Add(weight);
            count++;
        }

        if (count > 0)
        {
            return ((ushort)first, (ushort)count);
        }

        // A band that falls between two bins hears the nearest one, rather than nothing.
        weights.Add(1);
        return ((ushort)Math.Round(centre / hertzPerBin), 1);
    }
}
