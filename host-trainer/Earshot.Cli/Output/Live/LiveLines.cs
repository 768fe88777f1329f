using Earshot.Emulator.Scenarios;

namespace Earshot.Cli.Output.Live;

/// <summary>What happens, as lines: those of the trace that a person wants to read, each as soon as it is there.</summary>
internal sealed class LiveLines : IProgress<TimeSpan>
{
    private static readonly string[] Parts = [" console: ", " fault: ", " power: ", " firmware: ", " clr: "];

    private readonly ScenarioNode _node;
    private int _events;

    /// <summary>Begins to listen.</summary>
    public LiveLines(ScenarioNode node)
    {
        _node = node;
        foreach (var line in node.Board.Trace.Lines)
        {
            Write(line);
        }

        node.Board.Trace.Written += Write;
    }

    /// <inheritdoc/>
    public void Report(TimeSpan value)
    {
        var events = _node.Events;
        for (; _events < events.Count; _events++)
        {
            NodeRunOutput.ShowEvent(events[_events]);
        }
    }

    private static void Write(string line)
    {
        if (Parts.Any(part => line.Contains(part, StringComparison.Ordinal)))
        {
            Console.Out.WriteLine(line);
        }
    }
}
