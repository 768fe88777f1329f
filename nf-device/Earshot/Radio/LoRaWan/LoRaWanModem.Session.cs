using System;

namespace Earshot;

/// <content>Waking, setting up, joining, resetting.</content>
public sealed partial class LoRaWanModem
{
    private const int CommandTimeout = 1500;
    private const int WakeTimeout = 500;
    private const int WakeAttempts = 3;
    private const int SetupAttempts = 2;
    private const int StartTime = 3000;
    private const int FailuresBeforeReset = 3;
    private const int FirstPause = 15000;
    private const int LongestPause = 3600000;
    private const int BusyPause = 5000;
    private const int LongestRestriction = 86400000;

    // 6 s to the second receive window and a join accept at the slowest data rate, and a modem that is slow besides.
    private const int JoinTimeout = 20000;

    private bool _isConfigured;
    private int _failures;
    private int _pause = FirstPause;

    private bool Open()
    {
        bool mustReset = _failures >= FailuresBeforeReset;
        if (!mustReset && Wake() && Configure())
        {
            return true;
        }

        ResetModem();
        if (Wake() && Configure())
        {
            return true;
        }

        Delay(_pause);
        _pause = _pause < LongestPause / 2 ? _pause * 2 : LongestPause;
        return false;
    }

    private void Close()
    {
        if (_dialect.WriteSleep(Begin()))
        {
            Ask(AtAnswerKind.Asleep, CommandTimeout);
        }
    }

    private bool Wake()
    {
        for (int attempt = 0; attempt < WakeAttempts; attempt++)
        {
            _dialect.WriteWake(Begin());
            if (Ask(AtAnswerKind.Accepted, WakeTimeout) == AtAnswerKind.Accepted)
            {
                return true;
            }
        }

        return false;
    }

    private bool Configure()
    {
        for (int step = 0; !_isConfigured && step < _dialect.SetupSteps; step++)
        {
            if (!SetUp(step))
            {
                return false;
            }
        }

        _isConfigured = true;
        return true;
    }

    private bool SetUp(int step)
    {
        for (int attempt = 0; attempt < SetupAttempts; attempt++)
        {
            _dialect.WriteSetup(step, Begin(), _credentials, _settings);
            AtAnswerKind kind = Ask(AtAnswerKind.Accepted, CommandTimeout);
            if (kind == AtAnswerKind.Accepted || (kind == AtAnswerKind.Refused && _dialect.IsOptional(step)))
            {
                return true;
            }
        }

        return false;
    }

    private void ResetModem()
    {
        Resets++;
        _failures = 0;
        Forget();
        _dialect.WriteReset(Begin());
        _channel.Send();
        try
        {
            if (_reset != null)
            {
                _reset.Reset();
            }
        }
        catch (Exception)
        {
            // A pin that cannot be driven leaves what the command did.
        }

        long deadline = _channel.Now + StartTime;
        while (_channel.Next(deadline))
        {
            Note();
        }
    }

    private void Forget()
    {
        _isConfigured = false;
        _isPrepared = false;
        IsJoined = false;
    }

    private bool TryJoin()
    {
        _dialect.WriteJoin(Begin());
        int restriction = 0;
        long deadline = _channel.Now + JoinTimeout;
        bool isOver = !_channel.Send();
        while (!isOver && !IsJoined && _channel.Next(deadline))
        {
            Note();
            switch (_channel.Answer.Kind)
            {
                case AtAnswerKind.Restricted:
                    restriction = Restriction();
                    break;
                case AtAnswerKind.JoinFailed:
                case AtAnswerKind.Refused:
                case AtAnswerKind.Busy:
                case AtAnswerKind.Restarted:
                    isOver = true;
                    break;
            }
        }

        if (!IsJoined)
        {
            int pause = _backOff.Fail();
            Delay(pause > restriction ? pause : restriction);
            return false;
        }

        Succeed();
        _backOff.Succeed();
        _misses = 0;
        _isPrepared = false;
        AskLimit();
        return true;
    }

    private int Restriction()
    {
        return _channel.Answer.Number < LongestRestriction ? _channel.Answer.Number + 1 : LongestRestriction;
    }

    private void Succeed()
    {
        _failures = 0;
        _pause = FirstPause;
    }

    private void Delay(int milliseconds)
    {
        _notBefore = _channel.Now + milliseconds;
    }
}
