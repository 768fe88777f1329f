using System;
using System.Threading;

namespace Earshot.Node;

/// <summary>The thread that carries messages, asks for the time, and takes downlinks.</summary>
public sealed class NodeUplink
{
    private const int Poll = 1000;
    private const int PauseAfterFailure = 10000;
    // Longer than any exchange with a modem.
    private const int LongestStep = 300000;

    private readonly LabelQueue _queue;
    private readonly NodeClock _clock;
    private readonly IDownlinkHandler _handler;
    private readonly NodeSettings _settings;
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private NodeRadio _radio;
    private UplinkPump _pump;
    private bool _isAtWork;
    private long _lastStep;

    /// <summary>Prepares the thread; <see cref="Connect"/> starts it.</summary>
    public NodeUplink(NodeSettings settings, LabelQueue queue, NodeClock clock, IDownlinkHandler handler)
    {
        _settings = settings;
        _queue = queue;
        _clock = clock;
        _handler = handler;
    }

    /// <summary>Whether the node may sleep as far as the radio is concerned.</summary>
    public bool IsIdle => IdleTime > 0;

    /// <summary>For how many milliseconds the node may sleep as far as the radio is concerned; 0 for not at all.</summary>
    public int IdleTime => _pump == null ? int.MaxValue : _isAtWork ? 0 : _pump.IdleTime;

    /// <summary>Whether the thread comes round.</summary>
    public bool IsAlive => _pump == null || _clock.Uptime - _lastStep < LongestStep;

    /// <summary>Opens the radio, if it is not open, and tells it the classes.</summary>
    public void Connect(SoundClass[] classes)
    {
        bool isFirst = _pump == null;
        if (_radio == null)
        {
            _radio = new NodeRadio(_settings);
        }

        _lastStep = _clock.Uptime;
        _pump = new UplinkPump(_queue, _radio.For(classes), _handler);
        if (isFirst)
        {
            new Thread(Run).Start();
        }
    }

    /// <summary>Looks at the queue now.</summary>
    public void Wake()
    {
        _wake.Set();
    }

    /// <summary>Tells that the clocks stood still: the thread could not come round, and the modem's pauses went on all the same.</summary>
    /// <param name="milliseconds">For how long.</param>
    public void Stopped(int milliseconds)
    {
        _lastStep += milliseconds;
        if (_radio != null && _radio.Modem != null)
        {
            _radio.Modem.Stopped(milliseconds);
        }

        if (!IsIdle)
        {
            Wake();
        }
    }

    private void Run()
    {
        while (true)
        {
            int wait = PauseAfterFailure;
            try
            {
                // The clock is set in the step, too, which must not stand still meanwhile.
                _isAtWork = true;
                _lastStep = _clock.Uptime;
                // Before the step: what asks for the time then rides on the very first uplink.
                KeepTime();
                wait = _pump.Step();
            }
            catch (Exception exception)
            {
                Console.WriteLine("Earshot.Node: radio: " + exception.Message);
            }

            _isAtWork = false;
            if (wait > 0)
            {
                _wake.WaitOne(wait < Poll ? wait : Poll, false);
            }
        }
    }

    private void KeepTime()
    {
        if (_radio.Modem != null && _clock.IsDue && _radio.Modem.TryReadTime(out long time) && _clock.Synchronize(time))
        {
            _queue.Redate(_clock.Started);
        }
    }
}
