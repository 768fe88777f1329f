namespace Earshot;

/// <content>Uplinks and what comes back.</content>
public sealed partial class LoRaWanModem
{
    // At the slowest data rate: 2.8 s on the air, 2 s to the second window, 1.5 s of downlink; doubled for a slow modem.
    private const int SendTimeout = 15000;

    // The first receive window opens a second after the uplink (LoRaWAN 1.0.3 §3.3): an acknowledgement that is here
    // sooner is another uplink's, late or repeated by the modem.
    private const int SoonestAcknowledgement = 900;

    // What a modem still has to say when the outcome is known, such as the downlink that came with it.
    private const int Aftermath = 100;

    private bool _isPrepared;
    private bool _preparedConfirmed;
    private int _misses;
    private bool _wantsTime;
    private bool _timeIsComing;
    private bool _hasTime;
    private long _time;
    private long _timeReadAt;
    private bool _wantsLinkCheck;
    private bool _wasHeard;

    private SendResult Transmit(byte[] payload, int length, bool confirmed)
    {
        if (!Prepare(confirmed))
        {
            return Fail();
        }

        _wasHeard = false;
        _timeIsComing = false;
        bool asksTime = _wantsTime && Request(true);
        if (_wantsLinkCheck && Request(false))
        {
            _wantsLinkCheck = false;
        }

        _dialect.WriteSend(Begin(), _settings.Port, confirmed, payload, length);
        SendResult result = _channel.Send() ? AwaitOutcome(confirmed) : Fail();
        if (result == SendResult.Sent || result == SendResult.Acknowledged || result == SendResult.NotAcknowledged)
        {
            Succeed();
            Listen();
            if (asksTime && _timeIsComing)
            {
                _wantsTime = false;
                _dialect.WriteTimeQuery(Begin());
                Ask(AtAnswerKind.Time, CommandTimeout);
            }

            if (_wasHeard)
            {
                AskLimit();
            }
        }

        return result;
    }

    private bool Prepare(bool confirmed)
    {
        if (!_isPrepared || _preparedConfirmed != confirmed)
        {
            _dialect.WritePrepare(Begin(), _settings.Port, confirmed);
            _isPrepared = Ask(AtAnswerKind.Accepted, CommandTimeout) == AtAnswerKind.Accepted;
            _preparedConfirmed = confirmed;
        }

        return _isPrepared;
    }

    private bool Request(bool time)
    {
        if (time)
        {
            _dialect.WriteTimeRequest(Begin());
        }
        else
        {
            _dialect.WriteLinkCheck(Begin());
        }

        return Ask(AtAnswerKind.Accepted, CommandTimeout) == AtAnswerKind.Accepted;
    }

    private SendResult AwaitOutcome(bool confirmed)
    {
        bool isAccepted = false;
        long acceptedAt = 0;
        bool isAcknowledged = false;
        bool isRestricted = false;
        long deadline = _channel.Now + SendTimeout;
        while (_channel.Next(deadline))
        {
            Note();
            switch (_channel.Answer.Kind)
            {
                case AtAnswerKind.Accepted:
                    acceptedAt = isAccepted ? acceptedAt : _channel.Now;
                    isAccepted = true;
                    break;
                case AtAnswerKind.Acknowledged:
                    isAcknowledged = isAcknowledged
                        || (confirmed && isAccepted && _channel.Now - acceptedAt >= SoonestAcknowledgement);
                    if (isAcknowledged && !_dialect.IsDoneFinal)
                    {
                        return Acknowledge();
                    }

                    break;
                case AtAnswerKind.NotAcknowledged:
                    if (confirmed && isAccepted)
                    {
                        return Miss();
                    }

                    break;
                case AtAnswerKind.Done:
                    if (isAccepted && !confirmed)
                    {
                        return SendResult.Sent;
                    }

                    if (isAccepted && _dialect.IsDoneFinal)
                    {
                        return isAcknowledged ? Acknowledge() : Miss();
                    }

                    break;
                case AtAnswerKind.Restricted:
                    Delay(Restriction());
                    if (_dialect.IsDoneFinal)
                    {
                        return SendResult.Busy;
                    }

                    isRestricted = true;
                    break;
                case AtAnswerKind.Busy:
                    if (!isRestricted)
                    {
                        Delay(BusyPause);
                    }

                    return SendResult.Busy;
                case AtAnswerKind.NotJoined:
                    return SendResult.NotJoined;
                case AtAnswerKind.TooLong:
                    AskLimit();
                    return SendResult.Failed;
                case AtAnswerKind.Refused:
                    AskLimit();
                    return Fail();
                case AtAnswerKind.Restarted:
                    return SendResult.Failed;
            }
        }

        return isAcknowledged ? Acknowledge() : isRestricted ? SendResult.Busy : Fail();
    }

    private SendResult Acknowledge()
    {
        _misses = 0;
        _wasHeard = true;
        return SendResult.Acknowledged;
    }

    private SendResult Miss()
    {
        _misses++;
        if (_misses >= _settings.RejoinAfter)
        {
            // The network may have forgotten the session, or moved to another server.
            _misses = 0;
            IsJoined = false;
        }

        return SendResult.NotAcknowledged;
    }

    private SendResult Fail()
    {
        _failures++;
        _isPrepared = false;
        return SendResult.Failed;
    }

    private void AskLimit()
    {
        _dialect.WriteLimitQuery(Begin());
        Ask(_dialect.LimitKind, CommandTimeout);
    }

    private AtCommand Begin()
    {
        Drain();
        AtCommand command = _channel.Command.Begin();
        _dialect.WritePreamble(command);
        return command;
    }

    /// <summary>Sends the command and waits for an answer that settles it.</summary>
    /// <returns>What the answer was; None when none came.</returns>
    private AtAnswerKind Ask(AtAnswerKind wanted, int timeout)
    {
        long deadline = _channel.Now + timeout;
        if (!_channel.Send())
        {
            return AtAnswerKind.None;
        }

        while (_channel.Next(deadline))
        {
            Note();
            AtAnswerKind kind = _channel.Answer.Kind;
            if (kind == wanted || kind == AtAnswerKind.Refused || kind == AtAnswerKind.Busy)
            {
                return kind;
            }
        }

        return AtAnswerKind.None;
    }

    private void Listen()
    {
        long deadline = _channel.Now + Aftermath;
        while (_channel.Next(deadline))
        {
            Note();
        }
    }

    private void Drain()
    {
        int reads = 0;
        while (_channel.NextWithoutWaiting(ref reads))
        {
            Note();
        }
    }

    /// <summary>Keeps what an answer says beside what was asked: a modem speaks up when it likes.</summary>
    private void Note()
    {
        AtAnswer answer = _channel.Answer;
        _timeIsComing = _timeIsComing || answer.Kind == _dialect.TimeSign;
        switch (answer.Kind)
        {
            case AtAnswerKind.Received:
                _wasHeard = true;
                _downlinks.Add(answer.Received);
                break;
            case AtAnswerKind.Heard:
                _wasHeard = true;
                break;
            case AtAnswerKind.Joined:
                IsJoined = true;
                break;
            case AtAnswerKind.NotJoined:
                IsJoined = false;
                break;
            case AtAnswerKind.Restarted:
                Forget();
                break;
            case AtAnswerKind.Link:
                LinkMargin = answer.Number;
                LinkGateways = answer.Gateways;
                break;
            case AtAnswerKind.Time:
                _hasTime = true;
                _time = answer.Time;
                _timeReadAt = _channel.Now;
                break;
            case AtAnswerKind.DataRate:
                MaximumLength = PayloadLimits.Of(_settings.Region, answer.Number);
                break;
            case AtAnswerKind.MaximumLength:
                // A number that was garbled must not close the way to the uplink that would bring the right one.
                int least = PayloadLimits.Of(_settings.Region, -1);
                MaximumLength = answer.Number < least || answer.Number > Downlink.Capacity ? least : answer.Number;

                break;
        }
    }
}
