using Earshot.Payload;

namespace Earshot.Delivery.Tests;

/// <summary>What a network server knows of a node, and what the node has promised.</summary>
internal sealed class Receiver
{
    private readonly Dictionary<int, string> _contents = [];
    private readonly HashSet<int> _acknowledged = [];
    private readonly HashSet<string> _promised = [];
    private readonly HashSet<string> _uncertain = [];
    private readonly Dictionary<string, int> _heard = [];
    private int _newest = -1;

    public int NextEvent { get; set; }

    public int Numbers => _contents.Count;

    /// <summary>The message that is being taken in; a power failure leaves open whether it was.</summary>
    public byte[] Offering { get; set; }

    /// <summary>The number that is being removed; a power failure leaves open whether it was.</summary>
    public int Acknowledging { get; set; } = -1;

    public void Accepted(byte[] message, bool accepted)
    {
        Offering = null;
        if (accepted)
        {
            _promised.UnionWith(Pieces(message));
        }
    }

    public void Receive(byte[] payload)
    {
        var number = PayloadHeader.ReadSequence(payload, 0);
        Assert.DoesNotContain(number, _acknowledged);
        var content = Convert.ToHexString(payload);
        if (!_contents.TryAdd(number, content))
        {
            Assert.Equal(_contents[number], content);
            return;
        }

        Assert.True(number > _newest, $"{number} came after {_newest}");
        _newest = number;
        foreach (var piece in Pieces(payload))
        {
            Assert.True(_heard.TryAdd(piece, number), $"{piece} was told as {number} and as {_heard[piece]}");
        }
    }

    public void Acknowledged(byte[] payload)
    {
        _acknowledged.Add(PayloadHeader.ReadSequence(payload, 0));
        Acknowledging = -1;
    }

    public void PowerHasFailed()
    {
        if (Offering is not null)
        {
            _uncertain.UnionWith(Pieces(Offering));
        }

        Offering = null;
        Acknowledging = -1;
    }

    public void Audit(bool isDurable)
    {
        Assert.True(_heard.Keys.All(piece => _promised.Contains(piece) || _uncertain.Contains(piece)));
        if (isDurable)
        {
            Assert.Equal([], _promised.Except(_heard.Keys));
        }
    }

    // An event is one piece; a summary is one for each minute, so that merging keeps the pieces.
    private static IEnumerable<string> Pieces(byte[] payload) =>
        EventPayload.Read(payload, 0, payload.Length) is { } heard
            ? [$"event {heard.Start}"]
            : LevelsMessage.Read(payload, 0, payload.Length) is { } levels
                ? Enumerable.Range(levels.Start, levels.Minutes).Select(minute => $"minute {minute}")
                : throw new InvalidOperationException("Neither an event nor levels.");
}
