using System.Globalization;
using Earshot.Reports.Html;
using Earshot.Reports.Imaging;

namespace Earshot.Reports.Charts;

/// <summary>A spectrogram as a picture with its frequencies at the side.</summary>
internal static class SpectrogramImage
{
    private const int Rows = 128;
    private const double RangeDecibels = 75;
    private static readonly int[] Ticks = [250, 1000, 2000, 4000, 8000];

    /// <summary>The picture and its axis, for the right and the left column of a track.</summary>
    public static (HtmlContent Picture, HtmlContent Axis) Render(ReadOnlySpan<short> samples, int sampleRate, int columns)
    {
        var spectrogram = Spectrogram.Compute(samples, sampleRate, columns, Rows);
        var source = $"data:image/png;base64,{Convert.ToBase64String(spectrogram.ToPng(RangeDecibels))}";
        var ticks = Ticks.Where(tick => tick < spectrogram.HighestFrequency * 0.9).Select(tick => HtmlContent.Of(
            $"<span style=\"bottom:{100 * spectrogram.Place(tick):F1}%\">{Name(tick)}</span>"));
        return (
            HtmlContent.Of(
                $"<img class=\"spectrogram\" alt=\"Spectrogram, 0 to {spectrogram.HighestFrequency:F0} Hz on a mel axis\" src=\"{HtmlContent.Trusted(source)}\">"),
            HtmlContent.Of($"<div class=\"ticks\">{HtmlContent.Join(ticks)}</div>"));
    }

    private static string Name(int hertz) => hertz < 1000
        ? hertz.ToString(CultureInfo.InvariantCulture)
        : (hertz / 1000).ToString(CultureInfo.InvariantCulture) + " k";
}
