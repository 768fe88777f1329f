using System.Text;
using Earshot.Emulator.Sound;
using Earshot.Reports.Imaging;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Earshot.Cli.Output.Live;

/// <summary>The last seconds of what the microphone heard as coloured half blocks, low frequencies at the bottom.</summary>
internal sealed class SpectrogramStrip
{
    private const int Columns = 78;
    private const int Lines = 6;
    private const int Seconds = 8;
    private const double Range = 60;
    private const double Loudest = 0;

    private readonly short[] _samples;
    private readonly int _sampleRate;
    private int _next;

    /// <summary>Begins to listen.</summary>
    public SpectrogramStrip(SoundRecorder sound)
    {
        _sampleRate = sound.SampleRate;
        _samples = new short[Seconds * _sampleRate];
        sound.Heard += Add;
    }

    /// <summary>The strip at this moment.</summary>
    public IRenderable Render()
    {
        short[] ordered = [.. _samples[_next..], .. _samples[.._next]];
        var spectrogram = Spectrogram.Compute(ordered, _sampleRate, Columns, 2 * Lines);
        var text = new StringBuilder();
        for (var line = 0; line < Lines; line++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var upper = (2 * Lines) - 1 - (2 * line);
                text.Append('[').Append(ColorAt(spectrogram, upper, column)).Append(" on ").Append(ColorAt(spectrogram, upper - 1, column)).Append("]▀[/]");
            }

            text.Append(line + 1 < Lines ? "\n" : "");
        }

        return new Markup(text.ToString());
    }

    private static string ColorAt(Spectrogram spectrogram, int row, int column)
    {
        var place = Math.Clamp(1 + ((spectrogram.Level(row, column) - Loudest) / Range), 0, 1);
        var (red, green, blue) = MagmaColors.At(place);
        return $"#{red:x2}{green:x2}{blue:x2}";
    }

    private void Add(short[] samples)
    {
        foreach (var sample in samples)
        {
            _samples[_next] = sample;
            _next = (_next + 1) % _samples.Length;
        }
    }
}
