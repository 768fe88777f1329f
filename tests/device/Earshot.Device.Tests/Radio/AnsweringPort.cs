namespace Earshot.Device.Tests.Radio;

/// <summary>A line with answers at its other end: one for each command, by what the command begins with. Time is the test's.</summary>
internal sealed class AnsweringPort : IAtPort
{
    private string _unread = "";

    /// <summary>Whether nothing is said.</summary>
    public bool IsSilent { get; set; }

    /// <summary>What an uplink is answered with, at once and after its receive window.</summary>
    public string Fate { get; set; } = "+EVT:SEND_CONFIRMED_OK\r\n";

    /// <summary>Everything that was written.</summary>
    public string Written { get; private set; } = "";

    public long Now { get; set; }

    public int Read(byte[] buffer, int timeout)
    {
        if (_unread.Length == 0)
        {
            Now += timeout;
            return 0;
        }

        Now += timeout > 0 ? 1000 : 0;
        int count = _unread.Length < buffer.Length ? _unread.Length : buffer.Length;
        for (int index = 0; index < count; index++)
        {
            buffer[index] = (byte)_unread[index];
        }

        _unread = _unread.Substring(count);
        return count;
    }

    public bool Write(byte[] buffer, int count)
    {
        string command = "";
        for (int index = 0; index < count; index++)
        {
            if (buffer[index] != '\r' && buffer[index] != '\n')
            {
                command += (char)buffer[index];
            }
        }

        Written += command + "\n";
        if (!IsSilent)
        {
            _unread = "OK\r\n" + Answer(command);
        }

        return true;
    }

    private string Answer(string command)
    {
        if (command.StartsWith("AT+JOIN"))
        {
            return Padding("+EVT:JOINED\r\n");
        }

        return command.StartsWith("AT+SEND") ? Padding(Fate) : command == "AT+DR=?" ? "AT+DR=5\r\n" : "";
    }

    // Longer than one read takes, so that what follows comes a second later.
    private static string Padding(string text)
    {
        return new string('.', 70) + "\r\n" + text;
    }
}
