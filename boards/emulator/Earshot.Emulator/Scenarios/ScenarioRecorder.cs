using Earshot.Emulator.Classification;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scenarios.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Scenarios;

/// <summary>Takes notes of a run for whoever wants to see it. It changes nothing: the trace is the same with it or without.</summary>
public sealed class ScenarioRecorder
{
    private readonly List<ScoreNote> _scores = [];
    private readonly List<LoadNote> _loads = [];
    private readonly List<PowerNote> _powers = [];
    private readonly List<BootNote> _boots = [];
    private readonly List<RadioNote> _radio = [];
    private EmulatedBoard? _board;
    private SoundRecorder? _sound;
    private double _coulombs;
    private long _busy;
    private long _time;

    /// <summary>What the microphone heard.</summary>
    public SoundRecorder? Sound => _sound;

    /// <summary>Every decision of the classifier.</summary>
    public IReadOnlyList<ScoreNote> Scores => _scores;

    /// <summary>Load and current between two steps of the run.</summary>
    public IReadOnlyList<LoadNote> Loads => _loads;

    /// <summary>Every change of the chip's power state.</summary>
    public IReadOnlyList<PowerNote> Powers => _powers;

    /// <summary>Every start of the app.</summary>
    public IReadOnlyList<BootNote> Boots => _boots;

    /// <summary>Everything that was sent.</summary>
    public IReadOnlyList<RadioNote> Radio => _radio;

    /// <summary>Names of the model's classes, once it is open.</summary>
    public IReadOnlyList<string> Labels { get; private set; } = [];

    internal ISoundSource Listen(ISoundSource source) => _sound = new SoundRecorder(source);

    internal void Watch(EmulatedBoard board, Firmware firmware, ScenarioRadio radio)
    {
        _board = board;
        firmware.Decided += scores =>
        {
            Labels = [.. firmware.Engine!.Model.Classes.Select(description => description.Label)];
            _scores.Add(new ScoreNote(Seconds(), scores, firmware.Engine.Level / 256.0));
        };
        board.Power.Entered += state => _powers.Add(new PowerNote(Seconds(), state));
        board.Started += cause => _boots.Add(new BootNote(Seconds(), cause));
        radio.Sent += _radio.Add;
    }

    internal void Sample()
    {
        var board = _board!;
        var now = board.Scheduler.Now;
        var elapsed = now - _time;
        if (elapsed <= 0)
        {
            return;
        }

        var coulombs = board.Energy.Components.Sum(component => component.Coulombs);
        var busy = board.Power.BusyTime;
        _loads.Add(new LoadNote(
            now / (double)VirtualTime.Second,
            (busy - _busy) / (double)elapsed,
            (coulombs - _coulombs) / (elapsed / (double)VirtualTime.Second)));
        (_time, _busy, _coulombs) = (now, busy, coulombs);
    }

    private double Seconds() => _board!.Scheduler.Now / (double)VirtualTime.Second;
}
