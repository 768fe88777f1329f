using System.Globalization;
using Earshot.Emulator.Scenarios;
using Earshot.Yaml;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Earshot.Cli.Output.Live;

/// <summary>The view of a running scenario on a terminal: state, spectrogram, scores, events.</summary>
internal sealed class LiveView
{
    private const int MostLines = 6;

    private readonly ScenarioNode _node;
    private readonly ScenarioRecorder _recorder;
    private readonly SpectrogramStrip _strip;

    /// <summary>Begins to listen.</summary>
    public LiveView(ScenarioNode node, ScenarioRecorder recorder)
    {
        _node = node;
        _recorder = recorder;
        _strip = new SpectrogramStrip(recorder.Sound!);
    }

    /// <summary>The view at this moment.</summary>
    public IRenderable Render() => new Rows(
        new Markup(State()),
        new Panel(_strip.Render()).Header("the last 8 s").BorderColor(Color.Grey).Padding(0, 0),
        new Columns(
            new Panel(Scores()).Header("scores").BorderColor(Color.Grey).Expand(),
            new Panel(Events()).Header("arrived").BorderColor(Color.Grey).Expand()),
        new Panel(Lines()).Header("console and faults").BorderColor(Color.Grey).Expand());

    private string State()
    {
        var load = _recorder.Loads.Count > 0 ? _recorder.Loads[^1] : null;
        var state = _node.Board.Power.State;
        var color = state == Emulator.Power.PowerState.Run ? "green" : state == Emulator.Power.PowerState.Off ? "red" : "yellow";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{_node.Now.TotalSeconds,8:0.0} s[/] of {_node.Duration.TotalSeconds:0.0} s   [{color}]{ConfigurationKeys.Name(state.ToString())}[/]   start {_node.Board.Boots}   CPU {100 * (load?.ProcessorLoad ?? 0),3:0} %   {1000 * (load?.Amperes ?? 0):0.000} mA");
    }

    private IRenderable Scores()
    {
        if (_recorder.Scores.Count == 0)
        {
            return new Markup("[grey]no decision yet[/]");
        }

        const int Width = 24;
        var latest = _recorder.Scores[^1].Scores;
        var best = _recorder.Labels.Select((label, index) => (Label: label, Score: latest[index] / 256.0))
            .OrderByDescending(pair => pair.Score)
            .Take(MostLines)
            .Select(pair => string.Create(
                CultureInfo.InvariantCulture,
                $"{Markup.Escape(pair.Label),-18} [green]{new string('█', (int)Math.Round(pair.Score * Width)).PadRight(Width)}[/] {100 * pair.Score,3:0} %"));
        return new Markup(string.Join('\n', best));
    }

    private IRenderable Events()
    {
        var lines = _node.Events.TakeLast(MostLines).Select(heard => string.Create(
            CultureInfo.InvariantCulture,
            $"{heard.Received.TotalSeconds,8:0.00} s  [bold]{Markup.Escape(heard.Label)}[/]  {100 * heard.Confidence:0} %  {heard.Level:0.0} dB(A)"));
        return new Markup(string.Join('\n', lines.DefaultIfEmpty("[grey]nothing yet[/]")));
    }

    private IRenderable Lines()
    {
        var lines = _node.Board.Trace.Lines
            .Where(line => line.Contains(" console: ", StringComparison.Ordinal) || line.Contains(" fault: ", StringComparison.Ordinal) || line.Contains(" power: ", StringComparison.Ordinal))
            .TakeLast(MostLines)
            .Select(line => Markup.Escape(line.Split('\n')[0]));
        return new Markup(string.Join('\n', lines.DefaultIfEmpty("[grey]nothing yet[/]")));
    }
}
