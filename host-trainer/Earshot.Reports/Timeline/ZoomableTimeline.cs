using Earshot.Reports.Charts;
using Earshot.Reports.Html;
using Earshot.Reports.Imaging;

namespace Earshot.Reports.Timeline;

/// <summary>
/// Everything on one time axis that can be zoomed and moved: spans, lines, waveform and spectrogram. Long runs are reduced so that
/// no peak is lost. A played sound that is chosen starts the page's sound there.
/// </summary>
/// <param name="Title">What it shows.</param>
/// <param name="Seconds">Length of the axis.</param>
/// <param name="Lanes">Rows of spans.</param>
/// <param name="Plots">Lines below them.</param>
public sealed record ZoomableTimeline(
    string Title, double Seconds, IReadOnlyList<TimelineLane> Lanes, IReadOnlyList<TimelinePlot> Plots) : IReportSection
{
    private const int MostPoints = 6000;
    private const int MostSpans = 2000;
    private const int SpectrogramRows = 128;
    private const int MostSpectrogramColumns = 4096;
    private const double SpectrogramRange = 75;
    private static readonly double[] Frequencies = [250, 1000, 2000, 4000];

    /// <summary>The outline of the sound.</summary>
    public SoundEnvelope? Envelope { get; init; }

    /// <summary>The sound of the beginning, for the spectrogram; mono.</summary>
    public short[] Samples { get; init; } = [];

    /// <summary>Samples per second of the sound, in Hz.</summary>
    public int SampleRate { get; init; } = Audio.SampleRates.Model;

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        var data = EmbeddedData.Of(new
        {
            Seconds,
            Lanes = Lanes.Select(lane => new { lane.Name, Spans = Reduce(lane.Spans).Select(Span) }),
            Plots = Plots.Select(Plot),
            Wave = Envelope is { } envelope ? Wave(envelope.Reduce(MostPoints)) : null,
            Spectrum = Samples.Length > 0 ? Spectrum() : null,
        });
        return HtmlContent.Of(
            $"""
            <figure class="zoomable"><figcaption>{Title}</figcaption>
            <div class="tools" role="toolbar" aria-label="Time axis"><button type="button" data-zoom="in">Zoom in</button><button type="button" data-zoom="out">Zoom out</button><button type="button" data-zoom="left" aria-label="Earlier">◀</button><button type="button" data-zoom="right" aria-label="Later">▶</button><button type="button" data-zoom="all">Whole run</button><span class="shown" aria-live="polite"></span></div>
            <p class="hint">Drag to zoom, Ctrl and wheel to zoom, Shift and wheel to move, double click for the whole run.</p>
            <div class="plots"></div><p class="detail" aria-live="polite"></p>{data}</figure>
            """);
    }

    // A lane with thousands of instants is a smear; what lasts longest is what one sees.
    private static IEnumerable<TimelineSpan> Reduce(IReadOnlyList<TimelineSpan> spans)
    {
        if (spans.Count <= MostSpans)
        {
            return spans;
        }

        var shortest = spans.Select(span => span.To - span.From).OrderDescending().ElementAt(MostSpans / 2);
        var every = Math.Max(1, spans.Count / (MostSpans / 2));
        return spans.Where((span, index) => (span.To - span.From > shortest && span.To > span.From) || index % every == 0);
    }

    private static object Span(TimelineSpan span) => new
    {
        From = EmbeddedData.Short(span.From, 9),
        To = EmbeddedData.Short(span.To, 9),
        span.Text,
        Kind = span.Color.ToString().ToLowerInvariant(),
        Color = span.Color == SpanColor.Class ? Palette.Color(span.Class) : null,
    };

    private static object Plot(TimelinePlot plot)
    {
        var reduced = plot.Series.ReduceToRange(MostPoints);
        return new
        {
            plot.Name,
            plot.Least,
            plot.Most,
            Positions = reduced.Positions.Select(value => EmbeddedData.Short(value, 9)),
            Series = reduced.Series.Select((line, i) => new
            {
                line.Name,
                Color = Palette.Color(line.Color ?? i),
                Values = line.Values.Select(value => EmbeddedData.Short(value, 3)),
            }),
        };
    }

    private static object Wave(SoundEnvelope envelope) => new
    {
        Each = envelope.SecondsEach,
        Least = envelope.Stretches.Select(stretch => EmbeddedData.Short(stretch.Least / 32768.0, 3)),
        Most = envelope.Stretches.Select(stretch => EmbeddedData.Short(stretch.Most / 32768.0, 3)),
    };

    private object Spectrum()
    {
        // A column for every 16 ms as long as the picture stays small.
        var columns = Math.Clamp((int)(Samples.Length / (0.016 * SampleRate)), 1, MostSpectrogramColumns);
        var spectrogram = Spectrogram.Compute(Samples, SampleRate, columns, SpectrogramRows);
        return new
        {
            Seconds = Samples.Length / (double)SampleRate,
            Image = $"data:image/png;base64,{Convert.ToBase64String(spectrogram.ToPng(SpectrogramRange))}",
            Ticks = Frequencies.Where(hertz => hertz < spectrogram.HighestFrequency * 0.9).Select(hertz => new
            {
                Place = EmbeddedData.Short(spectrogram.Place(hertz), 4),
                Name = hertz < 1000 ? FormattableString.Invariant($"{hertz:0}") : FormattableString.Invariant($"{hertz / 1000:0} k"),
            }),
        };
    }
}
