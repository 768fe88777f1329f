using System.Text;

namespace Earshot.Payload;

/// <summary>Reads the lines that a node's serial radio writes: label names and uplinks. docs/payload.md specifies them.</summary>
public sealed class SerialReceiver
{
    private const int LongestLine = 512;

    private readonly Dictionary<int, string> _labels = [];
    private readonly UplinkReceiver _receiver;
    private readonly List<byte> _line = [];

    /// <summary>Creates a receiver.</summary>
    /// <param name="powerOn">When the node was switched on, by its own clock: times are told relative to it.</param>
    public SerialReceiver(DateTime powerOn)
        : this(new UplinkReceiver(powerOn))
    {
    }

    /// <summary>Creates a receiver that gives what it reads to another one.</summary>
    public SerialReceiver(UplinkReceiver receiver)
    {
        _receiver = receiver;
        _receiver.EventReceived += heard => EventReceived?.Invoke(heard);
    }

    /// <summary>Events in the order of arrival.</summary>
    public IReadOnlyList<ReceivedEvent> Events => _receiver.Events;

    /// <summary>Uplinks of every kind, events too, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedUplink> Uplinks => _receiver.Uplinks;

    /// <summary>Label names that the node has told, by index.</summary>
    public IReadOnlyDictionary<int, string> Labels => _labels;

    /// <summary>Lines that were neither: garbled on the way, or of a kind that this version does not know.</summary>
    public int RejectedLines { get; private set; }

    /// <summary>Raised for each event.</summary>
    public event Action<ReceivedEvent>? EventReceived;

    /// <summary>Takes bytes as they arrive.</summary>
    /// <param name="bytes">The bytes, cut anywhere.</param>
    /// <param name="received">When, from the node's power-on.</param>
    public void Receive(ReadOnlySpan<byte> bytes, TimeSpan received)
    {
        foreach (var value in bytes)
        {
            if (value == '\n')
            {
                TakeLine(Encoding.UTF8.GetString([.. _line]).TrimEnd('\r'), received);
                _line.Clear();
            }
            else if (_line.Count < LongestLine)
            {
                _line.Add(value);
            }
        }
    }

    private void TakeLine(string line, TimeSpan received)
    {
        if (SerialFrame.Read(line, SerialFrame.LabelKind) is { Length: > 1 } label)
        {
            _labels[label[0]] = Encoding.UTF8.GetString(label, 1, label.Length - 1);
        }
        else if (line.Length > 0
            && !(SerialFrame.Read(line, SerialFrame.EventKind) is { } payload && _receiver.TryReceive(payload, Names(), received)))
        {
            RejectedLines++;
        }
    }

    private string[] Names() =>
        [.. Enumerable.Range(0, _labels.Count == 0 ? 0 : _labels.Keys.Max() + 1).Select(index => _labels.GetValueOrDefault(index, $"#{index}"))];
}
