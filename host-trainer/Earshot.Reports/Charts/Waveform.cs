using System.Globalization;
using System.Text;
using Earshot.Reports.Html;

namespace Earshot.Reports.Charts;

/// <summary>The outline of a sound: its largest and smallest sample at each place.</summary>
internal static class Waveform
{
    public static HtmlContent Render(ReadOnlySpan<short> samples, int columns)
    {
        columns = Math.Clamp(samples.Length, 1, columns);
        var upper = new StringBuilder();
        var lower = new List<string>();
        for (var column = 0; column < columns; column++)
        {
            var start = (int)((long)column * samples.Length / columns);
            var end = Math.Max(start + 1, (int)((long)(column + 1) * samples.Length / columns));
            var (low, high) = (0, 0);
            foreach (var sample in samples[Math.Min(start, samples.Length)..Math.Min(end, samples.Length)])
            {
                (low, high) = (Math.Min(low, sample), Math.Max(high, sample));
            }

            upper.Append(CultureInfo.InvariantCulture, $"L{column} {-high / 328}");
            lower.Add(string.Create(CultureInfo.InvariantCulture, $"L{column} {(-low / 328) + 1}"));
        }

        lower.Reverse();
        return HtmlContent.Of(
            $"<svg class=\"waveform\" viewBox=\"0 -100 {columns} 200\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"M0 0{upper.ToString()}{string.Concat(lower)}Z\"/></svg>");
    }
}
