using Earshot.Reports.Charts;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Emulation;

/// <summary>Everything that a report on a run of an emulated node shows.</summary>
public sealed record EmulationRecord
{
    /// <summary>The report's title.</summary>
    public required string Title { get; init; }

    /// <summary>The board's name.</summary>
    public required string Board { get; init; }

    /// <summary>The model's classes; the colours follow their order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Length of the run in the emulation's time, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>What was played; empty where the sound has no known content.</summary>
    public IReadOnlyList<PlayedSound> Played { get; init; } = [];

    /// <summary>What arrived.</summary>
    public IReadOnlyList<ReceivedEvent> Received { get; init; } = [];

    /// <summary>The smoothed scores over time; a line for each class.</summary>
    public TimeSeries? Scores { get; init; }

    /// <summary>The A-weighted level over time, in dB(A).</summary>
    public TimeSeries? Levels { get; init; }

    /// <summary>The sound that was played, mono.</summary>
    public short[] Samples { get; init; } = [];

    /// <summary>Samples per second of the sound, in Hz.</summary>
    public int SampleRate { get; init; } = Audio.SampleRates.Model;

    /// <summary>Numbers that matter, after those on what was played and what arrived: real-time factor, energy, CPU load.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];

    /// <summary>The board's and the model's settings.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Further chapters before the last one.</summary>
    public IReadOnlyList<ReportChapter> Chapters { get; init; } = [];

    /// <summary>The exact command.</summary>
    public required string Command { get; init; }
}
