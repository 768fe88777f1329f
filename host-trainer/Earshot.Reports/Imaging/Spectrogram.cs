using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Earshot.Reports.Imaging;

/// <summary>
/// The level of a sound over time and frequency, for the eye only: the features of a model come from the C module. A
/// column holds the largest power of its 1024-sample Hann windows; the rows are evenly spaced in mel (O'Shaughnessy, 1987).
/// </summary>
public sealed class Spectrogram
{
    private const int Window = 1024;
    private const int MostWindowsPerColumn = 8;

    private static readonly double[] Hann = [.. Enumerable.Range(0, Window).Select(i => 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Window)))];

    private readonly double[,] _levels;

    private Spectrogram(double[,] levels, int sampleRate)
    {
        _levels = levels;
        HighestFrequency = sampleRate / 2.0;
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _levels.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int Columns => _levels.GetLength(1);

    /// <summary>Frequency of the upper edge in Hz; the lower one is 0.</summary>
    public double HighestFrequency { get; }

    /// <summary>Computes a spectrogram.</summary>
    /// <param name="samples">The sound, full scale 32768.</param>
    /// <param name="sampleRate">Samples per second, in Hz.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="rows">Number of rows.</param>
    public static Spectrogram Compute(ReadOnlySpan<short> samples, int sampleRate, int columns, int rows)
    {
        var levels = new double[rows, columns];
        var bands = Bands(rows, sampleRate);
        var power = new double[Window / 2];
        var windows = Math.Clamp((int)((double)samples.Length / columns / (Window / 2)), 1, MostWindowsPerColumn);
        for (var column = 0; column < columns; column++)
        {
            Array.Clear(power);
            for (var i = 0; i < windows; i++)
            {
                var centre = (column + ((i + 0.5) / windows)) * samples.Length / columns;
                AddWindow(samples, (int)centre - (Window / 2), power);
            }

            for (var row = 0; row < rows; row++)
            {
                double largest = 0;
                for (var bin = bands[row]; bin <= bands[row + 1]; bin++)
                {
                    largest = Math.Max(largest, power[Math.Min(bin, power.Length - 1)]);
                }

                levels[row, column] = 10 * Math.Log10(largest + 1e-12);
            }
        }

        return new Spectrogram(levels, sampleRate);
    }

    /// <summary>The level at a place, in dB of a full-scale sine's power, more or less; rows count from the lowest frequency.</summary>
    public double Level(int row, int column) => _levels[row, column];

    /// <summary>Where a frequency lies between the lower (0) and the upper edge (1).</summary>
    public double Place(double frequency) => Mel(frequency) / Mel(HighestFrequency);

    /// <summary>The image, highest frequency on top, spanning the given range below the loudest point.</summary>
    public byte[] ToPng(double rangeDecibels)
    {
        const int Steps = 256;
        var top = _levels.Cast<double>().Max();
        var pixels = new byte[Rows * Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var place = 1 + ((_levels[row, column] - top) / rangeDecibels);
                pixels[((Rows - 1 - row) * Columns) + column] = (byte)Math.Round((Steps - 1) * Math.Clamp(place, 0, 1));
            }
        }

        return PngEncoder.Encode(Columns, pixels, MagmaColors.Steps(Steps));
    }

    private static void AddWindow(ReadOnlySpan<short> samples, int start, double[] power)
    {
        var spectrum = new Complex[Window];
        for (var i = 0; i < Window; i++)
        {
            spectrum[i] = start + i >= 0 && start + i < samples.Length ? samples[start + i] / 32768.0 * Hann[i] : 0;
        }

        Fourier.Forward(spectrum, FourierOptions.AsymmetricScaling);
        for (var bin = 0; bin < power.Length; bin++)
        {
            power[bin] = Math.Max(power[bin], spectrum[bin].MagnitudeSquared());
        }
    }

    private static int[] Bands(int rows, int sampleRate) =>
        [.. Enumerable.Range(0, rows + 1).Select(i => (int)(Hertz(Mel(sampleRate / 2.0) * i / rows) * Window / sampleRate))];

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    private static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
