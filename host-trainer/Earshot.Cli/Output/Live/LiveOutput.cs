using Earshot.Emulator.Scenarios;
using Spectre.Console;

namespace Earshot.Cli.Output.Live;

/// <summary>Shows a scenario as it runs: a view on a terminal, plain lines elsewhere.</summary>
internal static class LiveOutput
{
    /// <summary>Runs with a view.</summary>
    public static ScenarioResult Run(ScenarioNode node, ScenarioRecorder recorder, Func<IProgress<TimeSpan>, ScenarioResult> run)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return run(new LiveLines(node));
        }

        var view = new LiveView(node, recorder);
        ScenarioResult? result = null;
        AnsiConsole.Live(view.Render()).Start(context => result = run(new Refresher(view, context)));
        return result!;
    }

    private sealed class Refresher(LiveView view, LiveDisplayContext context) : IProgress<TimeSpan>
    {
        // A terminal shows no more than that, and drawing must not slow the run down.
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

        private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
        private TimeSpan _next;

        public void Report(TimeSpan value)
        {
            if (_clock.Elapsed >= _next)
            {
                context.UpdateTarget(view.Render());
                _next = _clock.Elapsed + Pause;
            }
        }
    }
}
