using Earshot.Emulator;
using Earshot.Emulator.Scheduling;

namespace Earshot.Cli.Output;

/// <summary>Tells why an app has ended that should have run on.</summary>
internal static class AppEndOutput
{
    /// <summary>Whether it has ended by itself.</summary>
    public static bool HasEnded(NodeEmulationResult node) => node.Outcome is not (RunOutcome.TimeReached or RunOutcome.Stopped);

    /// <summary>Writes which app ended when, why, and where in its code.</summary>
    /// <param name="name">What ran it, such as a board or a node of a fleet.</param>
    /// <param name="node">What it did.</param>
    public static void Show(string name, NodeEmulationResult node) => ErrorOutput.WriteLine($"{name}: {Why(node)}");

    /// <summary>The same as text.</summary>
    public static string Why(NodeEmulationResult node) => node.Outcome switch
    {
        RunOutcome.UncaughtException => $"the app ended at {node.Failure!.Describe()}",
        RunOutcome.BlockedForever => $"the app is blocked for ever at {At(node)}:\n{string.Join('\n', node.Waiting)}",
        _ => $"the app returned from Main at {At(node)}, which an app on a node must not do{(node.Console.Count > 0 ? $"; it printed: {string.Join(" | ", node.Console)}" : "")}",
    };

    private static string At(NodeEmulationResult node) => VirtualTime.Format(VirtualTime.From(node.Duration));
}
