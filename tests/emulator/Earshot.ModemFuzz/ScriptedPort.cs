using System.Text;

namespace Earshot.ModemFuzz;

/// <summary>
/// The other end of the line: each command is answered with the next piece of the input, whatever it was. A tilde ends a piece, a
/// circumflex lets 700 ms pass. Time is virtual.
/// </summary>
internal sealed class ScriptedPort(byte[] input, int start) : IAtPort
{
    private const int Pause = 700;

    private readonly Queue<byte> _ready = new();
    private readonly StringBuilder _readSinceSend = new();
    private int _position = start;
    private bool _isAnswering;

    public long Now { get; private set; }

    /// <summary>What the modem has read since it sent the last uplink.</summary>
    public string ReadSinceUplink => _readSinceSend.ToString();

    public int Read(byte[] buffer, int timeout)
    {
        var deadline = Now + Math.Max(0, timeout);
        while (true)
        {
            var count = 0;
            while (count < buffer.Length && TryNext(out var value))
            {
                buffer[count++] = value;
                _readSinceSend.Append((char)value);
            }

            if (count > 0)
            {
                Now++;
                return count;
            }

            if (!TryPass(deadline))
            {
                Now = Math.Max(Now, deadline);
                return 0;
            }
        }
    }

    public bool Write(byte[] buffer, int count)
    {
        var text = Encoding.Latin1.GetString(buffer, 0, count);
        var line = text.Trim('\r', '\n', '\xFF');
        if (!text.EndsWith("\r\n", StringComparison.Ordinal) || line.Any(character => character is < ' ' or > '~'))
        {
            throw new BrokenPromiseException($"It sent {Convert.ToHexString(buffer.AsSpan(0, count))}, which is not one command.");
        }

        if (line.Contains("SEND=", StringComparison.Ordinal) || line.Contains("MSGHEX=", StringComparison.Ordinal))
        {
            _readSinceSend.Clear();
        }

        // What the last piece still held comes now, late.
        while (_isAnswering && _position < input.Length && input[_position] != '~')
        {
            Take();
        }

        _position += _position < input.Length ? 1 : 0;
        _isAnswering = true;
        Now += 5;
        return true;
    }

    /// <summary>Lets time pass while nobody reads.</summary>
    public void Wait(int milliseconds) => Now += milliseconds;

    private bool TryNext(out byte value)
    {
        while (_ready.Count == 0 && _isAnswering && _position < input.Length && input[_position] is not ((byte)'~' or (byte)'^'))
        {
            Take();
        }

        return _ready.TryDequeue(out value);
    }

    private void Take()
    {
        if (input[_position] != '^')
        {
            _ready.Enqueue(input[_position]);
        }

        _position++;
    }

    private bool TryPass(long deadline)
    {
        if (!_isAnswering || _position >= input.Length || input[_position] != '^' || Now + Pause > deadline)
        {
            return false;
        }

        Now += Pause;
        _position++;
        return true;
    }
}
