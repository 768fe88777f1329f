using System.Globalization;
using Earshot.Audio;
using Earshot.Audio.Resampling;
using Earshot.Reports.Charts;
using Earshot.Reports.Html;

namespace Earshot.Reports.Mistakes;

/// <summary>Pictures of wrongly decided clips with their sound to listen to, in the order that they are given in.</summary>
/// <param name="Clips">The clips; no more than <see cref="MostClips"/> are shown.</param>
public sealed record MistakeGallery(IReadOnlyList<MistakenClip> Clips) : IReportSection
{
    /// <summary>How many clips are shown at most.</summary>
    public const int MostClips = 12;

    /// <summary>How much of a clip is embedded at most, in seconds.</summary>
    public const int MostSeconds = 6;

    private const int Columns = 240;

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        long soundBytes = 0;
        var cards = new List<HtmlContent>();
        foreach (var clip in Clips.Take(MostClips))
        {
            var sound = Sound(clip, out var isCut);
            soundBytes += sound.Length;
            cards.Add(Card(clip, sound, isCut));
        }

        var size = (soundBytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
        return HtmlContent.Of(
            $"<p class=\"introduction\">{cards.Count} clips, {size} MB of sound (8-bit µ-law).</p><div class=\"gallery\">{HtmlContent.Join(cards)}</div>");
    }

    private static HtmlContent Card(MistakenClip clip, byte[] sound, bool isCut)
    {
        var (picture, _) = SpectrogramImage.Render(clip.Samples, clip.SampleRate, Columns);
        var source = HtmlContent.Trusted($"data:audio/wav;base64,{Convert.ToBase64String(sound)}");
        var notes = string.Join("; ", new[] { clip.Run, isCut ? $"only the first {MostSeconds} s to listen to" : null }.OfType<string>());
        var note = notes.Length == 0 ? HtmlContent.Empty : HtmlContent.Of($"<br>{notes}");
        return HtmlContent.Of(
            $"<figure class=\"mistake\">{picture}<audio controls preload=\"none\" src=\"{source}\"></audio><figcaption><b>{clip.Label}</b> taken for <b>{clip.Answer}</b><small>{Percent(clip.Confidence)} sure; {Percent(clip.LabelProbability)} for {clip.Label}<br>{clip.Name}{note}</small></figcaption></figure>");
    }

    private static byte[] Sound(MistakenClip clip, out bool isCut)
    {
        var samples = clip.SampleRate == SampleRates.Model
            ? clip.Samples
            : Pcm16.FromFloat(Resampler.Resample(Pcm16.ToFloat(clip.Samples), clip.SampleRate, SampleRates.Model));
        var most = MostSeconds * SampleRates.Model;
        isCut = samples.Length > most;
        return MuLawWav.ToBytes(isCut ? samples.AsSpan(0, most) : samples, SampleRates.Model);
    }

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";
}
