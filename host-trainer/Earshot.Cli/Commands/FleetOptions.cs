using System.CommandLine;
using Earshot.Emulator.Fleet;

namespace Earshot.Cli.Commands;

/// <summary>The options of <c>earshot emulate</c> that make a fleet of one node.</summary>
internal sealed class FleetOptions
{
    private const int MostNodes = 10_000;
    private const double MostSeconds = 10_000 * 3600.0;
    private const string LoRaWan = "lorawan";
    private const string Serial = "serial";

    private readonly Option<int> _nodes = new("--nodes")
    {
        Description = "Run so many nodes in one process, each with its own order of sounds and its own clock error.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "With --nodes: virtual seconds to run.",
        DefaultValueFactory = _ => 60,
        HelpName = "S",
    };

    private readonly Option<int> _workers = new("--workers")
    {
        Description = "With --nodes: how many of them run at the same time; the result does not depend on it. 0 for one each core.",
        DefaultValueFactory = _ => 0,
        HelpName = "N",
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "With --nodes: the seed that each node's own follows from.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private readonly Option<string> _radio = new("--radio")
    {
        Description = "With --nodes: 'lorawan' lets all of them share one gateway; 'serial' gives each a line of its own.",
        DefaultValueFactory = _ => LoRaWan,
        HelpName = "KIND",
    };

    private readonly Option<double> _radius = new("--radius")
    {
        Description = "With --nodes: metres around the gateway within which the nodes lie.",
        DefaultValueFactory = _ => 2000,
        HelpName = "M",
    };

    private readonly Option<double> _switchOn = new("--switch-on")
    {
        Description = "With --nodes: seconds over which they are switched on, one here and one there; 0 for all at once.",
        DefaultValueFactory = _ => 20,
        HelpName = "S",
    };

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_nodes);
        command.Add(_seconds);
        command.Add(_workers);
        command.Add(_seed);
        command.Add(_radio);
        command.Add(_radius);
        command.Add(_switchOn);
    }

    /// <summary>Whether a fleet is asked for.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetResult(_nodes) is { Implicit: false };

    /// <summary>Number of nodes.</summary>
    /// <exception cref="InputException">It is out of range.</exception>
    public int Nodes(ParseResult parsed) => OptionRange.InRange("--nodes", parsed.GetValue(_nodes), 1, MostNodes);

    /// <summary>How long they run.</summary>
    /// <exception cref="InputException">It is out of range.</exception>
    public TimeSpan Duration(ParseResult parsed)
    {
        var seconds = parsed.GetValue(_seconds);
        return seconds is > 0 and <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new InputException("--seconds", FormattableString.Invariant($"{seconds} is out of range."), FormattableString.Invariant($"Give more than 0 and at most {MostSeconds} seconds."));
    }

    /// <summary>How many nodes run at the same time.</summary>
    /// <exception cref="InputException">It is out of range.</exception>
    public int Workers(ParseResult parsed) => OptionRange.InRange("--workers", parsed.GetValue(_workers), 0, 1024) is > 0 and var workers ? workers : Environment.ProcessorCount;

    /// <summary>The seed.</summary>
    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>The network that the nodes share; null for a serial line of each.</summary>
    /// <exception cref="InputException">It is neither, or the radius is out of range.</exception>
    public FleetLoRaWan? Radio(ParseResult parsed) => parsed.GetValue(_radio) switch
    {
        LoRaWan => new FleetLoRaWan { Radius = OptionRange.InRange("--radius", parsed.GetValue(_radius), 1, 50_000, " metres") },
        Serial when parsed.GetResult(_radius) is { Implicit: false } => throw new InputException(
            "--radius", "nodes on serial lines have no gateway to be near to.", $"Leave it out, or give --radio {LoRaWan}."),
        Serial => null,
        var other => throw new InputException("--radio", $"'{other}' is none of the radios.", $"Give {LoRaWan} or {Serial}."),
    };

    /// <summary>Time over which the nodes are switched on.</summary>
    /// <exception cref="InputException">It is out of range.</exception>
    public TimeSpan SwitchOnWithin(ParseResult parsed) =>
        TimeSpan.FromSeconds(OptionRange.InRange("--switch-on", parsed.GetValue(_switchOn), 0, MostSeconds, " seconds"));
}
