using System.Globalization;
using Earshot.Audio;
using Earshot.Audio.Resampling;
using Earshot.Audio.Wav;
using Earshot.Reports.Html;

namespace Earshot.Reports.Sections;

/// <summary>
/// A sound that the page plays. To keep the page small, a long sound is embedded at a lower sample rate, a very long one only up
/// to what fits, and the page says so.
/// </summary>
/// <param name="Title">What it is.</param>
/// <param name="Samples">The sound, mono.</param>
/// <param name="SampleRate">Samples per second, in Hz.</param>
public sealed record SoundPlayer(string Title, short[] Samples, int SampleRate) : IReportSection
{
    /// <summary>Most samples that are embedded; 16 bits each, a third more as text.</summary>
    public const int MostSamples = 500_000;

    private static readonly int[] LowerRates = [16_000, 11_025, 8_000];

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        var rate = LowerRates.Prepend(SampleRate).FirstOrDefault(
            candidate => candidate <= SampleRate && Resampler.OutputLength(Samples.Length, SampleRate, candidate) <= MostSamples);
        rate = rate == 0 ? Math.Min(SampleRate, LowerRates[^1]) : rate;
        var embedded = rate == SampleRate ? Samples : Pcm16.FromFloat(Resampler.Resample(Pcm16.ToFloat(Samples), SampleRate, rate));
        var notes = new List<string>();
        if (rate != SampleRate)
        {
            notes.Add($"embedded at {rate} Hz instead of {SampleRate} Hz");
        }

        if (embedded.Length > MostSamples)
        {
            notes.Add($"only the first {MostSamples / rate} s of {(embedded.Length / (double)rate).ToString("F0", CultureInfo.InvariantCulture)} s");
            embedded = embedded[..MostSamples];
        }

        var source = $"data:audio/wav;base64,{Convert.ToBase64String(WavWriter.ToBytes(embedded, rate))}";
        var note = notes.Count == 0 ? HtmlContent.Empty : HtmlContent.Of($" <small>({string.Join("; ", notes)})</small>");
        return HtmlContent.Of(
            $"<figure class=\"sound\"><figcaption>{Title}{note}</figcaption><audio controls preload=\"metadata\" src=\"{HtmlContent.Trusted(source)}\"></audio></figure>");
    }
}
