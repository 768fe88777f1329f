namespace Earshot;

/// <summary>Sends commands to a modem and gives its answers, one at a time.</summary>
internal sealed class AtChannel
{
    // A modem that never stops talking must not keep the node for ever.
    private const int MostReadsOfADrain = 64;

    private readonly IAtPort _port;
    private readonly LoRaWanDialect _dialect;
    private readonly AtLineReader _reader = new AtLineReader();
    private readonly byte[] _chunk = new byte[64];
    private int _next;
    private int _count;

    public AtChannel(IAtPort port, LoRaWanDialect dialect)
    {
        _port = port;
        _dialect = dialect;
    }

    /// <summary>The command that <see cref="Send"/> sends.</summary>
    public AtCommand Command { get; } = new AtCommand();

    /// <summary>What the last line said.</summary>
    public AtAnswer Answer { get; } = new AtAnswer();

    public long Now => _port.Now;

    public int DroppedLines => _reader.Dropped;

    /// <summary>Sends the command and forgets it: it may hold a key.</summary>
    public bool Send()
    {
        Command.End();
        bool isSent = _port.Write(Command.Bytes, Command.Length);
        Command.Begin();
        return isSent;
    }

    /// <summary>Waits for a line that says something.</summary>
    /// <param name="deadline">When to give up, by <see cref="Now"/>.</param>
    /// <returns>Whether there was one; <see cref="Answer"/> tells which.</returns>
    public bool Next(long deadline)
    {
        while (!NextOfChunk())
        {
            long left = deadline - _port.Now;
            if (left <= 0)
            {
                return false;
            }

            Fill((int)left);
        }

        return true;
    }

    /// <summary>Gives a line that has come already.</summary>
    /// <param name="reads">Counts how often the line was asked, so that a drain ends; 0 at first.</param>
    public bool NextWithoutWaiting(ref int reads)
    {
        while (!NextOfChunk())
        {
            if (reads++ == MostReadsOfADrain || Fill(0) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private int Fill(int timeout)
    {
        _next = 0;
        _count = _port.Read(_chunk, timeout);
        return _count;
    }

    private bool NextOfChunk()
    {
        while (_next < _count)
        {
            if (_reader.Add(_chunk[_next++]))
            {
                _dialect.Parse(_reader.Line, Answer);
                if (Answer.Kind != AtAnswerKind.None)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
