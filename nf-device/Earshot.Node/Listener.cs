using System;
using Earshot.Interop;

namespace Earshot.Node;

/// <summary>Listens by the power plan: sound to scores to events and summaries, which go into the queue.</summary>
public sealed class Listener : IDisposable
{
    private const int HopTimeout = 1000;
    private const int Routine = 1000;
    private const int MinuteMilliseconds = 60000;
    // What sound calibrators play (IEC 60942), and any phone.
    private const int ToneFrequency = 1000;
    private const int ToneMilliseconds = 500;
    // Seconds of sound that a report on the microphone is about at least, when no window ends before.
    private const int ReportSeconds = 60;

    private readonly ModelSelector _selector;
    private readonly SoundClassifier _classifier;
    private readonly NodeSettings _settings;
    private readonly LabelQueue _queue;
    private readonly NodeClock _clock;
    private readonly NodeReports _reports;
    private readonly NodeUplink _uplink;
    private readonly NodeSleep _sleep;
    private readonly EventReporter _reporter;
    private readonly PeriodSummary _summary;
    private readonly EventFilter _filter;
    private readonly PowerPlan _plan;
    private readonly MicrophoneReport _report;
    private readonly byte[] _scores;
    private DmaMicrophone _microphone;
    private ScoreSmoother _smoother;
    private EventDetector _detector;
    private long _windowStart;
    private long _periodStart;
    private long _summaryDue;
    private long _nextRoutine;
    private long _lostBefore;

    /// <summary>Prepares everything; nothing is allocated after that but what an event or a summary needs.</summary>
    public Listener(
        ModelSelector selector,
        NodeSettings settings,
        LabelQueue queue,
        NodeClock clock,
        NodeReports reports,
        NodeUplink uplink,
        NodeSleep sleep)
    {
        _selector = selector;
        _classifier = selector.Classifier;
        _settings = settings;
        _queue = queue;
        _clock = clock;
        _reports = reports;
        _uplink = uplink;
        _sleep = sleep;
        int classes = _classifier.Model.Classes.Length;
        _reporter = new EventReporter(queue, clock, settings.FullScaleLevel);
        _summary = new PeriodSummary(classes, settings.FullScaleLevel);
        _filter = new EventFilter(settings, classes);
        _plan = new PowerPlan(settings);
        _report = new MicrophoneReport(settings.FullScaleLevel, reports.SoundLost);
        _scores = new byte[classes];
        _microphone = new DmaMicrophone(_classifier.Model.SampleRate);
        _periodStart = clock.Uptime;
        _lostBefore = reports.SoundLost;
        Tune();
    }

    /// <summary>Listens until the network asks for a restart.</summary>
    public void Run()
    {
        Console.WriteLine("Earshot.Node: " + _classifier.Model.Name + ", " + _classifier.Model.Classes.Length.ToString() + " classes");
        while (!_reports.WantsRestart)
        {
            DoRoutine();
            switch (Plan())
            {
                case PowerAction.Listen:
                    ListenFor(_plan.Duration);
                    break;
                case PowerAction.Stop:
                    _sleep.Stop(_plan.Duration);
                    break;
                default:
                    int duration = _plan.Duration;
                    SendSummary();
                    _sleep.Standby(duration);
                    break;
            }
        }
    }

    /// <summary>Closes everything.</summary>
    public void Dispose()
    {
        if (_microphone != null)
        {
            _microphone.Dispose();
        }

        _classifier.Dispose();
    }

    private void ListenFor(int milliseconds)
    {
        _microphone.Start();
        _windowStart = _clock.Uptime;
        _report.Look(_microphone);
        if (_reports.WantsTone)
        {
            _reports.WantsTone = false;
            _report.Add(_microphone.ListenForTone(ToneFrequency, ToneMilliseconds));
        }

        long end = _windowStart + milliseconds;
        bool isTime = true;
        while (isTime && _clock.Uptime < end && !_reports.WantsRestart && !_reports.HasNewSettings)
        {
            Heard heard = _classifier.Listen(_microphone, HopTimeout);
            if (heard != Heard.Nothing)
            {
                Hear(heard == Heard.Decision);
            }

            if (_clock.Uptime >= _nextRoutine)
            {
                DoRoutine();
                _report.Look(_microphone);
                TellOfMicrophone(ReportSeconds);
                // Listening without end, too, ends with the hours of the schedule, or is cut when the supply falls.
                isTime = Plan() == PowerAction.Listen;
            }
        }

        Tell(_detector.End(_smoother));
        CountLosses();
        _lostBefore = _reports.SoundLost;
        _report.Look(_microphone);
        TellOfMicrophone(0);
        _microphone.Dispose();
        _classifier.Reset();
        if (_reports.HasNewSettings)
        {
            _reports.HasNewSettings = false;
            Tune();
        }
    }

    private PowerAction Plan()
    {
        _plan.SetSupply(NativePower.SupplyMillivolts());
        return _plan.Next(_clock.Now, _clock.IsSet);
    }

    private void Hear(bool isDecision)
    {
        if (isDecision)
        {
            _classifier.ReadScores(_scores);
            _selector.Confirm();
        }

        int level = _classifier.Level;
        _summary.AddLevel(level);
        Tell(_detector.Hear(_microphone.Position, level, isDecision ? _scores : null, _smoother));
    }

    private void Tell(SoundEvent heard)
    {
        if (heard == null)
        {
            return;
        }

        _summary.AddEvent(heard);
        long start = _windowStart + heard.Start;
        if (_filter.Passes(heard, start))
        {
            _reporter.Report(heard, start);
            _uplink.Wake();
        }
    }

    private void TellOfMicrophone(int seconds)
    {
        if (_reports.MicrophoneIsDue && !_reports.WantsTone && _report.IsReady && _report.Seconds(_microphone.SampleRate) >= seconds)
        {
            _reports.SendMicrophone(_report);
            _uplink.Wake();
        }
    }

    // What is done once a second or once a window: watchdog, losses, status, summary.
    private void DoRoutine()
    {
        _nextRoutine = _clock.Uptime + Routine;
        _sleep.Feed();
        CountLosses();
        _reports.SendStatusIfDue();
        SendSummaryIfDue();
    }

    // The time is looked at once a second or once a window, and windows come some milliseconds early or late: the look that is nearest to the
    // due time is the right one. The next due time counts from the last, so that early and late do not add up.
    private void SendSummaryIfDue()
    {
        long nearly = _clock.Uptime + (Routine / 2);
        if (_settings.SummaryMinutes == 0 || nearly < _summaryDue)
        {
            return;
        }

        SendSummary();
        while (_summaryDue <= nearly)
        {
            _summaryDue += (long)_settings.SummaryMinutes * MinuteMilliseconds;
        }
    }

    private void SendSummary()
    {
        long end = _clock.Uptime;
        bool clockIsSet = _clock.IsSet;
        // Both ends are rounded, so that one period begins where the other ends.
        long offset = (clockIsSet ? _clock.Started : 0) + (MinuteMilliseconds / 2);
        int start = NodeClock.ToMinutes(_periodStart + offset);
        int minutes = NodeClock.ToMinutes(end + offset) - start;
        minutes = minutes < 1 ? 1 : minutes > PeriodHeader.LongestPeriod ? PeriodHeader.LongestPeriod : minutes;
        _summary.Send(_queue, clockIsSet, start, minutes, _settings.ReportsLevels, _settings.ReportsClasses);
        _periodStart = end;
        _uplink.Wake();
    }

    private void CountLosses()
    {
        long lost = _lostBefore + _microphone.Lost;
        if (lost != _reports.SoundLost)
        {
            _reports.SoundLost = lost;
            Console.WriteLine("Earshot.Node: " + lost.ToString() + " ms of sound lost so far");
        }
    }

    private void Tune()
    {
        SoundModel tuned = ModelTuning.Apply(_classifier.Model, _settings);
        _smoother = new ScoreSmoother(tuned);
        _detector = new EventDetector(tuned, ModelTuning.Detection(_settings));
        _summaryDue = _periodStart + ((long)_settings.SummaryMinutes * MinuteMilliseconds);
    }
}
