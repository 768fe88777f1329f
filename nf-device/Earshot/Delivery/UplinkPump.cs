namespace Earshot;

/// <summary>
/// Carries messages from the queue to the radio, one at a time, each until it was delivered, and hands over what comes back.
/// Call <see cref="Step"/> from a thread of its own: a radio takes seconds.
/// </summary>
public sealed class UplinkPump
{
    private const int Poll = 1000;
    private const int Pause = 5000;

    private readonly LabelQueue _queue;
    private readonly ILabelRadio _radio;
    private readonly IDownlinkHandler _handler;
    private readonly Downlink _downlink = new Downlink();
    private readonly byte[] _payload = new byte[PayloadHeader.PayloadLength];
    private bool _isSending;

    /// <summary>Connects a queue to a radio.</summary>
    /// <param name="queue">Where messages wait.</param>
    /// <param name="radio">What carries them.</param>
    /// <param name="handler">Takes downlinks.</param>
    public UplinkPump(LabelQueue queue, ILabelRadio radio, IDownlinkHandler handler)
    {
        _queue = queue;
        _radio = radio;
        _handler = handler;
    }

    /// <summary>Messages delivered since the start.</summary>
    public int Delivered { get; private set; }

    /// <summary>What became of the last attempt.</summary>
    public SendResult LastResult { get; private set; } = SendResult.Sent;

    /// <summary>Whether the node may sleep: nothing is on its way, and nothing could be sent now.</summary>
    public bool IsIdle => IdleTime > 0;

    /// <summary>For how many milliseconds nothing could be sent: 0 while something is on its way, no end when nothing waits.</summary>
    public int IdleTime => _isSending ? 0 : _queue.Count == 0 ? int.MaxValue : _radio.RetryAfter;

    /// <summary>Sends one message, if there is one and the radio may.</summary>
    /// <returns>Milliseconds until the next step makes sense; 0 for at once.</returns>
    public int Step()
    {
        int wait = _radio.RetryAfter;
        if (wait > 0)
        {
            return wait;
        }

        _isSending = true;
        wait = _queue.TryPeek(_payload) ? Send() : Poll;
        while (_radio.TryReceive(_downlink))
        {
            _handler.Take(_downlink);
        }

        _isSending = false;
        return wait;
    }

    private int Send()
    {
        LastResult = _radio.Send(_payload, PayloadHeader.PayloadLength, true);
        if (LastResult == SendResult.Acknowledged || LastResult == SendResult.Sent)
        {
            _queue.Remove();
            Delivered++;
            return 0;
        }

        int wait = _radio.RetryAfter;
        return wait > 0 ? wait : Pause;
    }
}
